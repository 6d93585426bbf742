package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bumpless.plant.network.netns.NetnsFabric;
import org.bumpless.runner.ThirdParty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped products on the tank farm, each driven through the command and judged from what its
 * run folder says. Latency is left out: it would be a statement about the machine of the test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductsIT {
  /** What the table of verdicts has a column for, in this order. */
  private static final List<String> COLUMNS =
      List.of(
          "direct",
          "reference",
          "reference-container",
          "haproxy-mtls",
          "haproxy-container",
          "stunnel",
          "nginx",
          "squid",
          "squid-tls",
          "dante",
          "haproxy-broker",
          "openssh",
          "nftables-zones");

  private static final String FUNCTION = "not (@LAT-01 or @LAT-02 or @LAT-03)";

  @TempDir private Path out;

  /** Reports of the runs with all scenarios, by product. */
  private final Map<String, JsonNode> reports =
      new TreeMap<>(Comparator.comparingInt(COLUMNS::indexOf));

  @AfterAll
  void theTableOfVerdictsIsInTheReadme() throws IOException {
    VerdictTable seen = VerdictTable.of(reports);
    System.out.println(seen.markdown());
    VerdictTable written = VerdictTable.in(Files.readString(Ran.HOME.resolve("README.md")));
    written.assertShows(seen);
    ThirdParty.require(
        seen.products().equals(written.products())
            ? Optional.empty()
            : Optional.of(
                "the README's table is of %s, driven were %s"
                    .formatted(written.products(), seen.products())));
  }

  @Test
  void withoutAProductEveryAttackShowsInThePlant() throws Exception {
    Ran ran = run("direct", FUNCTION);
    assertThat(ran.said().code()).as(ran.said().out()).isEqualTo(1);
    assertThat(ran.report().path("verdict").asText()).isEqualTo("FAIL");
    List<JsonNode> attacks =
        ran.scenarios("attack").stream()
            .filter(s -> !Set.of("NOT MEASURABLE", "UNTESTED").contains(standing(s)))
            .toList();
    assertThat(attacks).hasSizeGreaterThanOrEqualTo(8);
    assertThat(attacks)
        .as("the plant's diode is one without a product too")
        .filteredOn(ProductsIT::triesADiode)
        .hasSize(ran.report().path("host").path("fabric").asText().equals("netns") ? 1 : 0)
        .allSatisfy(attack -> assertThat(standing(attack)).isEqualTo("PASS"));
    assertThat(attacks)
        .filteredOn(attack -> !triesADiode(attack))
        .allSatisfy(
            attack -> {
              assertThat(standing(attack)).as(attack.path("name").asText()).isEqualTo("FAIL");
              assertThat(attack.path("reasons")).isNotEmpty();
            });
    assertThat(ran.scenarios("maintenance"))
        .hasSizeGreaterThanOrEqualTo(8)
        .allSatisfy(Ran::isNotBroken);
    assertLeft(ran.folder());
    ThirdParty.require(NetnsFabric.obstacle());
    assertThat(waysAround(ran))
        .anySatisfy(
            attack ->
                assertThat(attack.path("reasons").toString())
                    .contains("INTRUDER-L4 came to", "past the product"));
  }

  /** The attacks that are judged by where frames went. */
  private static List<JsonNode> waysAround(Ran ran) {
    return ran.scenarios("attack").stream()
        .filter(attack -> attack.path("requirements").toString().matches(".*ENF-0[35].*"))
        .filter(attack -> !standing(attack).equals("NOT APPLICABLE"))
        .toList();
  }

  private static boolean triesADiode(JsonNode attack) {
    return attack.path("requirements").toString().contains("SAF-04");
  }

  @Test
  void theReferenceStopsEveryAttackAndHindersNoWork() throws IOException {
    assertStopsAllAndHindersNothing(run("reference", FUNCTION));
  }

  @Test
  void theReferenceInAContainerIsTheSameProduct() throws IOException {
    ThirdParty.require("podman", "podman");
    ThirdParty.require("runc", "runc");
    assertStopsAllAndHindersNothing(run("reference-container", FUNCTION));
  }

  private static void assertStopsAllAndHindersNothing(Ran ran) throws IOException {
    assertThat(ran.scenarios()).hasSizeGreaterThanOrEqualTo(40).allSatisfy(Ran::isNotBroken);
    assertThat(ran.scenarios())
        .as("an attack that touches no station is judged on any host")
        .filteredOn(s -> s.path("name").asText().startsWith("A ticket"))
        .isNotEmpty()
        .allSatisfy(s -> assertThat(standing(s)).isEqualTo("PASS"));
    assertAgrees(ran);
  }

  @Test
  void haproxyIsHeldToWhatItDeclares() throws IOException {
    ThirdParty.require("haproxy", "haproxy");
    assertTight(run("haproxy-mtls", FUNCTION));
  }

  @Test
  void stunnelIsHeldToWhatItDeclares() throws IOException {
    ThirdParty.require("stunnel4", "stunnel4");
    assertTight(run("stunnel", FUNCTION));
  }

  @Test
  void nginxIsHeldToWhatItDeclares() throws IOException {
    ThirdParty.require("nginx", "nginx-light");
    assertTight(run("nginx", FUNCTION));
  }

  @Test
  void squidIsHeldToWhatItDeclaresAndItsAnswersAreKept() throws IOException {
    ThirdParty.require("squid", "squid");
    Ran ran = run("squid", FUNCTION);
    assertTight(ran);
    assertKept(ran, "HTTP 403 Forbidden from the proxy at ");
  }

  @Test
  void squidBehindADoorOfTlsIsHeldToWhatItDeclaresAndItsAnswersAreKept() throws IOException {
    ThirdParty.require("haproxy", "haproxy");
    ThirdParty.require("squid", "squid");
    Ran ran = run("squid-tls", FUNCTION);
    assertTight(ran);
    for (String tried :
        List.of("ENF-03", "ENF-06", "IDN-01", "IDN-02", "IDN-03", "IDN-04", "IDN-05", "MNT-01")) {
      assertThat(ran.scenarios())
          .filteredOn(s -> s.path("requirements").toString().contains(tried))
          .as(tried)
          .isNotEmpty()
          .allSatisfy(Ran::passesUnlessTheHostStoodStill);
    }
    assertKept(
        ran,
        "TLS alert: certificate_expired",
        "TLS alert: unknown_ca",
        "HTTP 403 Forbidden from the proxy at ");
    assertThat(ran.folder().resolve("product/output.log"))
        .content()
        .as("Squid's line of a tunnel")
        .contains("TCP_TUNNEL/200");
  }

  @Test
  void danteIsHeldToWhatItDeclaresAndCutsOffWhoIsUnknown() throws Exception {
    ThirdParty.require("danted", "dante-server");
    ThirdParty.require(
        NetnsFabric.obstacle()); // it listens only where an interface has the address
    Ran ran = run("dante", FUNCTION);
    assertTight(ran);
    assertThat(ran.folder().resolve("product/output.log"))
        .content()
        .contains("tcp/accept ]")
        .contains("tcp/connect [");
  }

  @Test
  void aBrokerIsHeldToWhatItDeclaresAndItsAnswersAreKept() throws IOException {
    ThirdParty.require("haproxy", "haproxy");
    ThirdParty.require("squid", "squid");
    Ran ran = run("haproxy-broker", FUNCTION);
    assertTight(ran);
    assertKept(ran, "HTTP 403 Forbidden from the broker at ");
  }

  @Test
  void opensshIsHeldToWhatItDeclaresAndItsAnswersAreKept() throws IOException {
    ThirdParty.require("sshd", "openssh-server");
    ThirdParty.require("ssh", "openssh-client");
    Ran ran = run("openssh", FUNCTION);
    assertTight(ran);
    assertKept(ran, "Permission denied (publickey)");
  }

  @Test
  void aContainerIsHeldToWhatTheSameProductDeclaresAsAProcess() throws IOException {
    ThirdParty.require("podman", "podman");
    ThirdParty.require("runc", "runc");
    ThirdParty.require("haproxy", "haproxy");
    assertTight(run("haproxy-container", FUNCTION));
  }

  @Test
  void latencyIsMeasuredThroughTheEstablishedTunnel() throws Exception {
    ThirdParty.require("squid", "squid");
    ThirdParty.require(NetnsFabric.obstacle());

    JsonNode wire = onTheWire(run("squid", "@LAT-01"));

    assertThat(wire.path("sameBytes").asInt()).isEqualTo(wire.path("requests").asInt());
  }

  @Test
  void latencyIsMeasuredThroughTheEstablishedSocksConnection() throws Exception {
    ThirdParty.require("danted", "dante-server");
    ThirdParty.require(NetnsFabric.obstacle());

    JsonNode wire = onTheWire(run("dante", "@LAT-01"));

    assertThat(wire.path("sameBytes").asInt()).isEqualTo(wire.path("requests").asInt());
  }

  @Test
  void latencyIsMeasuredThroughTheEstablishedSshConnection() throws Exception {
    ThirdParty.require("sshd", "openssh-server");
    ThirdParty.require("ssh", "openssh-client");
    ThirdParty.require(NetnsFabric.obstacle());

    JsonNode wire = onTheWire(run("openssh", "@LAT-01"));

    assertThat(wire.path("sameBytes").asInt()).isZero();
  }

  @Test
  void aPacketFilterIsHeldToWhatItDeclares() throws Exception {
    ThirdParty.require("nft", "nftables");
    ThirdParty.require(NetnsFabric.obstacle());
    Ran ran = run("nftables-zones", FUNCTION);
    assertTight(ran);
    assertThat(ran.report().path("host").path("fabric").asText()).isEqualTo("netns");
    assertThat(waysAround(ran))
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(attack -> assertThat(standing(attack)).isEqualTo("PASS"));
    assertCaptured(ran);
  }

  @Test
  void takenConnectionsEndInASpillUnlessTheProductKeepsThem() throws Exception {
    ThirdParty.require(NetnsFabric.obstacle());

    assertThat(run("direct", "@SAF-10", "extended").scenarios())
        .extracting(Ran::standing)
        .containsExactly("FAIL");
  }

  @Test
  void theReferenceKeepsConnectionsForWhoMustSee() throws Exception {
    ThirdParty.require(NetnsFabric.obstacle());

    assertThat(run("reference", "@SAF-10", "extended").scenarios())
        .hasSize(1)
        .allSatisfy(Ran::passesUnlessTheHostStoodStill);
  }

  @Test
  void whatHappensToAProductIsBorne() throws Exception {
    ThirdParty.require("haproxy", "haproxy");
    ThirdParty.require("faketime", "faketime");

    assertThat(
            run("haproxy-mtls", "@RES-06 or @RES-07 or @RES-08 or @RES-09", "extended").scenarios())
        .hasSize(7)
        .allSatisfy(Ran::passesUnlessTheHostStoodStill);
  }

  @Test
  void onTheWireClearTextIsMatchedByItsBytes() throws Exception {
    ThirdParty.require("nft", "nftables");
    ThirdParty.require(NetnsFabric.obstacle());

    JsonNode wire = onTheWire(run("nftables-zones", "@LAT-01"));

    assertThat(wire.path("sameBytes").asInt()).isEqualTo(wire.path("requests").asInt());
  }

  @Test
  void onTheWireTlsIsMatchedByItsOrder() throws Exception {
    ThirdParty.require("haproxy", "haproxy");
    ThirdParty.require(NetnsFabric.obstacle());

    JsonNode wire = onTheWire(run("haproxy-mtls", "@LAT-01"));

    assertThat(wire.path("sameBytes").asInt()).isZero();
  }

  @Test
  void cablesFailAndTheStationsComeBack() throws Exception {
    ThirdParty.require("haproxy", "haproxy");
    ThirdParty.require(NetnsFabric.obstacle());

    Ran ran = run("haproxy-mtls", "@RES-03 or @RES-04", "extended");

    assertThat(ran.scenarios())
        .hasSizeGreaterThanOrEqualTo(9)
        .allSatisfy(Ran::passesUnlessTheHostStoodStill);
  }

  /** Every measured request was seen on both sides, and none took no time or a negative one. */
  private static JsonNode onTheWire(Ran ran) {
    JsonNode latency = ran.report().path("measurements").path(0);
    JsonNode wire = latency.path("wire");
    assertThat(wire.path("lack").asText()).isEmpty();
    assertThat(wire.path("requests").asInt())
        .isPositive()
        .isEqualTo(latency.path("arms").path(2).path("requests").asInt());
    assertThat(wire.path("quantiles"))
        .hasSize(2)
        .allSatisfy(q -> assertThat(q.path("kept").path("lowNanos").asLong()).isPositive());
    return wire;
  }

  /** What passed the product opens in Wireshark, and says what it is about. */
  private static void assertCaptured(Ran ran) throws IOException, InterruptedException {
    ThirdParty.require("tshark", "tshark");
    List<JsonNode> driven =
        ran.scenarios().stream().filter(s -> !s.path("capture").isNull()).toList();
    assertThat(driven).hasSizeGreaterThanOrEqualTo(6);
    for (JsonNode scenario : driven) {
      JsonNode capture = scenario.path("capture");
      ThirdParty.Said said =
          ThirdParty.run(
              ran.folder(),
              "tshark",
              "-r",
              capture.path("file").asText(),
              "-T",
              "fields",
              "-E",
              "separator=|",
              "-e",
              "frame.number",
              "-e",
              "_ws.malformed",
              "-e",
              "frame.comment");
      assertThat(said.code()).as(said.text()).isZero();
      List<String> frames = said.text().lines().filter(l -> l.matches("[0-9]+\\|.*")).toList();
      assertThat(frames).hasSize(capture.path("frames").asInt()).isNotEmpty();
      assertThat(frames)
          .as("no frame of %s is malformed", scenario.path("name").asText())
          .allMatch(line -> line.split("\\|", 3)[1].isEmpty());
      assertThat(said.text())
          .contains(scenario.path("name").asText())
          .contains(scenario.path("steps").path(0).path("text").asText());
      assertThat(capture.path("dropped").asInt()).isZero();
    }
  }

  /** What a product said to those it did not let through stands in the history of the run. */
  private static void assertKept(Ran ran, String... answers) {
    assertThat(ran.folder().resolve("history.ndjson")).content().contains(answers);
  }

  private static void assertTight(Ran ran) {
    assertThat(ran.scenarios()).allSatisfy(Ran::isNotBroken);
    assertThat(ran.scenarios()).filteredOn(s -> standing(s).equals("PASS")).isNotEmpty();
    assertThat(ran.scenarios())
        .as("what is not declared is not applicable, and says why")
        .filteredOn(s -> standing(s).equals("NOT APPLICABLE"))
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.path("reasons").toString()).contains("does not declare"));
    assertAgrees(ran);
  }

  private static void assertAgrees(Ran ran) {
    String verdict = ran.report().path("verdict").asText();
    assertThat(ran.said().code()).isEqualTo(verdict.equals("PASS") ? 0 : 2);
    assertThat(ran.said().out()).contains(verdict, "again:", "report:");
    assertLeft(ran.folder());
  }

  private static void assertLeft(Path folder) {
    for (String file :
        Set.of(
            "manifest.json",
            "history.ndjson",
            "report.json",
            "index.html",
            "junit.xml",
            "cucumber.ndjson",
            "historian.sqlite")) {
      assertThat(folder.resolve(file)).isNotEmptyFile();
    }
  }

  private Ran run(String product, String tags) throws IOException {
    Ran ran = run(product, tags, "standard");
    if (tags.equals(FUNCTION)) {
      reports.put(product, ran.report());
    }
    return ran;
  }

  private Ran run(String product, String tags, String profile) throws IOException {
    return Ran.of(Ran.shipped(product), tags, profile, out);
  }

  private static String standing(JsonNode scenario) {
    return Ran.standing(scenario);
  }
}
