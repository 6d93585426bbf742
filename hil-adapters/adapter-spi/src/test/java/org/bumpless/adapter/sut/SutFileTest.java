package org.bumpless.adapter.sut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.Place;
import org.bumpless.plant.file.Word;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SutFileTest {
  private static final String PROCESS =
      """
      id: proxy
      title: Some proxy
      product: Proxy 1.2
      deployment: process
      access: tls
      features: [mutual-tls, certificate-rotation]
      process:
        needs: {program: proxy, install: apt-get install proxy}
        templates: {proxy.cfg.mustache: proxy.cfg}
        command: [proxy, -f, proxy.cfg]
        readiness: {within: 10 s}
        reload: USR2
      pdp: {provider: cedar, settings: {policies: policies, cacheSeconds: 5, strict: true}}
      """;
  private static final String BUILTIN =
      """
      id: direct
      title: No product
      product: none
      deployment: builtin
      access: transparent
      features: []
      builtin: direct
      settings: {mutant: allows-fc-22}
      """;
  private static final String EXTERNAL =
      """
      id: gateway
      title: A gateway that runs already
      product: Gateway 7
      deployment: external
      access: transparent
      features: []
      external:
        fronts: {one: "127.0.0.1:1502", two: "[::1]:4840"}
      """;

  private static final String CONTAINER =
      """
      id: gate
      title: A gate
      product: Gate 1
      deployment: container
      access: http-connect
      http-connect: {port: 3128, tls: true}
      features: []
      container:
        image: localhost/gate:1
        programs: [/usr/sbin/gate]
        command: [gate, "{{folder}}"]
        readiness: {within: 10 s}
      """;
  private static final String BROKER =
      """
      id: broker
      title: A broker
      product: Broker 1
      deployment: builtin
      access: broker
      broker:
        port: 8443
        method: POST
        path: "/v1/{{server}}"
        headers: {X-Subject: "{{spiffeId}}"}
        answer: {address: /address, port: /port}
        onward: tls
      features: []
      builtin: direct
      """;

  @TempDir private Path folder;

  @BeforeEach
  void putTheTemplate() throws IOException {
    Files.writeString(folder.resolve("proxy.cfg.mustache"), "listen {{port}}");
  }

  @Test
  void readsAProcess() throws BadFileException, IOException {
    Sut sut = SutFile.read(file(PROCESS));

    assertThat(sut)
        .isEqualTo(
            new Sut(
                "proxy",
                "Some proxy",
                "Proxy 1.2",
                folder,
                new Deployment.Process(
                    Map.of(folder.resolve("proxy.cfg.mustache"), "proxy.cfg"),
                    List.of(word("proxy", 10, 13), word("-f", 10, 20), word("proxy.cfg", 10, 24)),
                    new Deployment.Readiness(Duration.ofSeconds(10)),
                    new Deployment.Need("proxy", "apt-get install proxy"),
                    Optional.of(Deployment.Reload.USR2),
                    Duration.ofSeconds(5),
                    Optional.empty()),
                new Access.Tls(),
                Set.of(Feature.MUTUAL_TLS, Feature.CERTIFICATE_ROTATION),
                Optional.of(
                    new Sut.PdpChoice(
                        "cedar",
                        Map.of("policies", "policies", "cacheSeconds", "5", "strict", "true"))),
                Map.of()));
  }

  @Test
  void aProductThatIsGoneIsClosedUnlessItSaysSo() throws BadFileException, IOException {
    assertThat(SutFile.read(file(PROCESS)).failure()).isEqualTo(Failure.CLOSED);

    String inThePath =
        PROCESS.replace(
            "  command:",
            "  interception: {needs: {program: nft, install: some}, command: [nft]}\n  command:");
    assertThat(SutFile.read(file(inThePath + "failure: open\n")).failure()).isEqualTo(Failure.OPEN);
    assertThat(refusal(PROCESS + "failure: open\n"))
        .contains("failure open of a product that clients dial");
  }

  @Test
  void readsAContainerThatIsAskedForTheWay() throws BadFileException, IOException {
    Sut sut = SutFile.read(file(CONTAINER));

    assertThat(sut.access()).isEqualTo(new Access.HttpConnect(3128, true));
    assertThat(sut.access().gate()).hasValue(3128);
    assertThat(sut.deployment())
        .isEqualTo(
            new Deployment.Container(
                word("localhost/gate:1", 9, 10),
                new Deployment.Ingredients(
                    List.of(word("/usr/sbin/gate", 10, 14)), List.of(), List.of()),
                Map.of(),
                List.of(word("gate", 11, 13), word("{{folder}}", 11, 19)),
                new Deployment.Readiness(Duration.ofSeconds(10)),
                Optional.empty(),
                Duration.ofSeconds(5)));
  }

  @Test
  void readsOfWhatAnImageIsMade() throws BadFileException, IOException {
    String made =
        CONTAINER.replace(
            "programs: [/usr/sbin/gate]",
            "files: [\"{{classPath}}\", /etc/gate]\n  making: [\"{{javaHome}}/bin/jlink\", --output, opt]");

    assertThat(SutFile.read(file(made)).deployment())
        .isInstanceOfSatisfying(
            Deployment.Container.class,
            container ->
                assertThat(container.of())
                    .isEqualTo(
                        new Deployment.Ingredients(
                            List.of(),
                            List.of(word("{{classPath}}", 10, 11), word("/etc/gate", 10, 28)),
                            List.of(
                                word("{{javaHome}}/bin/jlink", 11, 12),
                                word("--output", 11, 38),
                                word("opt", 11, 48)))));
    assertThat(refusal(made.replace("/etc/gate", "gate.cfg")))
        .contains(
            "10:28: found text \"gate.cfg\"; expected the whole path of a file or a folder, or a variable");
    assertThat(refusal(made.replace("files: [\"{{classPath}}\", /etc/gate]", "files: []")))
        .contains("10:10: found an empty list");
  }

  @Test
  void aProductMayLookAtItsFilesByItself() throws BadFileException, IOException {
    assertThat(
            SutFile.read(file(PROCESS.replace("reload: USR2", "reload: by-itself"))).deployment())
        .isInstanceOfSatisfying(
            Deployment.Process.class,
            process -> {
              assertThat(process.reload()).contains(Deployment.Reload.BY_ITSELF);
              assertThat(process.reload().orElseThrow().signal()).isEmpty();
            });
  }

  @Test
  void readsTheOtherWaysByAGate() throws BadFileException, IOException {
    String socks =
        CONTAINER
            .replace("access: http-connect", "access: socks")
            .replace("http-connect:", "socks:");
    assertThat(SutFile.read(file(socks)).access()).isEqualTo(new Access.Socks(3128, true));

    String jump =
        CONTAINER
            .replace("access: http-connect", "access: ssh-jump")
            .replace("http-connect: {port: 3128, tls: true}", "ssh-jump: {port: 22, user: gate}");
    assertThat(SutFile.read(file(jump)).access()).isEqualTo(new Access.SshJump(22, "gate"));

    assertThat(SutFile.read(file(BROKER)).access())
        .isEqualTo(
            new Access.Broker(
                8443,
                false,
                "POST",
                "/v1/{{server}}",
                Map.of("X-Subject", "{{spiffeId}}"),
                "",
                new Access.Answer(
                    "/address", "/port", Optional.empty(), Optional.empty(), Optional.empty()),
                Access.Onward.TLS));
  }

  @Test
  void nobodyAsksAProductInThePathOfThePackets() throws IOException {
    String asked =
        PROCESS
            .replace("access: tls", "access: socks\nsocks: {port: 1080}")
            .replace(
                "  command:",
                "  interception: {needs: {program: nft, install: some}, command: [nft]}\n  command:");

    assertThat(refusal(asked)).contains("access socks of a product in the path of the packets");
  }

  @Test
  void readsABuiltin() throws BadFileException, IOException {
    Sut sut = SutFile.read(file(BUILTIN));

    assertThat(sut.deployment()).isEqualTo(new Deployment.Builtin("direct"));
    assertThat(sut.settings()).containsExactly(Map.entry("mutant", "allows-fc-22"));
    assertThat(sut.features()).isEmpty();
    assertThat(sut.pdp()).isEmpty();
  }

  @Test
  void readsAnExternal() throws BadFileException, IOException {
    assertThat(SutFile.read(file(EXTERNAL)).deployment())
        .isEqualTo(
            new Deployment.External(
                Map.of(
                    "one",
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 1502),
                    "two",
                    new InetSocketAddress(InetAddress.ofLiteral("::1"), 4840))));
  }

  @ParameterizedTest(name = "{1} -> {2}: {3}")
  @MethodSource("faults")
  void isRefused(String sound, String replaced, String by, String told) throws IOException {
    assertThat(sound).containsOnlyOnce(replaced);

    assertThat(refusal(sound.replace(replaced, by))).isEqualTo(told);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(
            PROCESS,
            "[mutual-tls,",
            "[mutual-tsl,",
            "6:12: found text \"mutual-tsl\"; expected one of mutual-tls, identity-authorization,"
                + " function-scope, change-window, subject-attributes, continuous-evaluation,"
                + " external-pdp, certificate-rotation, restart"),
        arguments(
            PROCESS,
            "{proxy.cfg.mustache: proxy.cfg}",
            "{other.cfg: proxy.cfg}",
            "9:15: found template \"other.cfg\", which does not exist; expected a file, named from"
                + " the folder of this one"),
        arguments(
            PROCESS,
            ".mustache: proxy.cfg}",
            ".mustache: ../proxy.cfg}",
            "9:35: found file name \"../proxy.cfg\"; expected a name inside the product's run"
                + " folder, for example product.cfg"),
        arguments(
            PROCESS,
            ".mustache: proxy.cfg}",
            ".mustache: /etc/proxy.cfg}",
            "9:35: found file name \"/etc/proxy.cfg\"; expected a name inside the product's run"
                + " folder, for example product.cfg"),
        arguments(
            PROCESS,
            "deployment: process",
            "deployment: image",
            "4:13: found text \"image\"; expected one of builtin, process, container, routed,"
                + " external"),
        arguments(
            PROCESS,
            "deployment: process",
            "deployment: container",
            "8:3: found key process with deployment container; expected key container only"),
        arguments(
            CONTAINER,
            "localhost/gate:1",
            "localhost/gate",
            "9:10: found text \"localhost/gate\"; expected the name of an image with its tag, for"
                + " example localhost/gate:1.2"),
        arguments(
            PROCESS,
            "deployment: process",
            "deployment: builtin",
            "8:3: found key process with deployment builtin; expected key builtin only"),
        arguments(
            BUILTIN,
            "builtin: direct",
            "# nothing",
            "4:13: found deployment builtin without key builtin; expected key builtin beside it,"
                + " which says the rest"),
        arguments(
            PROCESS,
            "access: tls",
            "access: vpn",
            "5:9: found text \"vpn\"; expected one of transparent, tls, http-connect, socks,"
                + " ssh-jump, broker"),
        arguments(
            PROCESS,
            "access: tls",
            "access: socks",
            "5:9: found access socks without key socks; expected key socks beside it, which says at"
                + " least the port of the gate"),
        arguments(
            CONTAINER,
            "access: http-connect",
            "access: tls",
            "6:15: found key http-connect with access tls; expected no such key"),
        arguments(CONTAINER, "port: 3128", "port: 0", "6:22: found 0; expected 1 or more"),
        arguments(
            BROKER,
            "{{server}}",
            "{{sever}}",
            "9:9: found unknown variable \"sever\"; expected one of client, conduit, gate, protocol,"
                + " server, spiffeId, trustDomain, upstream, upstreamAddress, upstreamPort"),
        arguments(
            BROKER,
            "port: /port",
            "port: /port, authorization: /pass",
            "11:59: found an authorization with onward tls; expected onward http-connect"),
        arguments(
            BROKER,
            "port: /port",
            "port: /port, certificate: /crt",
            "11:57: found only one of certificate and key; expected both of them, or neither"),
        arguments(
            PROCESS,
            "reload: USR2",
            "reload: KILL",
            "12:11: found text \"KILL\"; expected one of HUP, USR1, USR2, by-itself"),
        arguments(
            PROCESS, "within: 10 s", "within: 0 s", "11:23: found 0 s; expected more than zero"),
        arguments(
            PROCESS,
            "[proxy, -f, proxy.cfg]",
            "[]",
            "10:12: found an empty list; expected 1 or more in it"),
        arguments(
            PROCESS,
            "program: proxy,",
            "program: /usr/bin/proxy,",
            "8:20: found text \"/usr/bin/proxy\"; expected the name of a program on the PATH,"
                + " without a folder"),
        arguments(
            PROCESS,
            "strict: true",
            "strict: [yes]",
            "13:80: found a list; expected text, a number, true or false"),
        arguments(
            EXTERNAL,
            "127.0.0.1:1502",
            "gateway.example:1502",
            "8:17: found \"gateway.example:1502\"; expected an IP address, colon, port, for example"
                + " 192.0.2.10:502 or [2001:db8::1]:502"),
        arguments(
            EXTERNAL,
            "[::1]:4840",
            "::1:4840",
            "8:40: found \"::1:4840\"; expected an IP address, colon, port, for example"
                + " 192.0.2.10:502 or [2001:db8::1]:502"),
        arguments(
            EXTERNAL,
            "127.0.0.1:1502",
            "127.0.0.1:65536",
            "8:17: found \"127.0.0.1:65536\"; expected an IP address, colon, port, for example"
                + " 192.0.2.10:502 or [2001:db8::1]:502"));
  }

  @Test
  void tellsAllAtOnce() throws IOException {
    assertThat(
            refusal(
                PROCESS
                    .replace("mutual-tls", "x")
                    .replace("10 s", "0 s")
                    .lines()
                    .skip(1)
                    .reduce("", (a, b) -> a + b + "\n")))
        .contains("found no key \"id\"", "found text \"x\"", "found 0 s");
  }

  @Test
  void aPlantIsNoSut() throws IOException {
    assertThat(refusal("plant: {id: x, title: x}\n"))
        .contains(
            "found unknown key \"plant\"", "found no key \"deployment\"", "found no key \"id\"");
  }

  private static Word word(String text, int line, int column) {
    return new Word(text, new Place(line, column));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("sut.yaml"), text);
  }

  /** What is told about a file, without the folder that it lies in. */
  private String refusal(String text) throws IOException {
    Path file = Files.write(folder.resolve("sut.yaml"), text.getBytes(StandardCharsets.UTF_8));
    BadFileException refusal =
        catchThrowableOfType(BadFileException.class, () -> SutFile.read(file));
    assertThat(refusal).as("refusal").isNotNull();
    return String.valueOf(refusal.getMessage()).replace(file + ":", "");
  }
}
