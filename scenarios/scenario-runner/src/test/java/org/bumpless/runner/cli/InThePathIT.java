package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bumpless.plant.network.netns.NetnsFabric;
import org.bumpless.runner.ThirdParty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Products in the path of the packets, tight ones and leaky ones. */
class InThePathIT {
  private static final String RULES = "rules.nft.mustache";

  @TempDir private Path out;
  @TempDir private Path product;

  @BeforeEach
  void requireProducts() throws Exception {
    ThirdParty.require("haproxy", "haproxy");
    ThirdParty.require("nft", "nftables");
    ThirdParty.require(NetnsFabric.obstacle());
  }

  @Test
  void aProductThatNobodyDialsIsTightAndComesBack() throws IOException {
    Ran ran =
        Ran.of(
            Ran.shipped("haproxy-in-path"),
            "@IDN-01 or @ENF-05 or @ENF-07 or @ENF-09 or @ENF-10 or @MNT-01 or @RES-02 or @RES-05",
            "extended",
            out);

    assertThat(ran.scenarios())
        .hasSizeGreaterThanOrEqualTo(8)
        .allSatisfy(Ran::passesUnlessTheHostStoodStill);
  }

  @Test
  void aPacketFilterThatBelievesAnyAddressAndKeepsNoStateIsCaught() throws IOException {
    Path shipped = Ran.shipped("nftables-zones").resolveSibling(RULES);
    Path sut = copy(Ran.shipped("nftables-zones"));
    String rules = Files.readString(shipped);
    String leaky =
        rules
            .replace("fib saddr . iif oif missing drop", "tcp sport { 502, 4840 } accept")
            .replace("ct state established,related accept", "")
            .replace(" ct state new accept", " accept");
    assertThat(leaky).doesNotContain("ct state", "fib");
    Files.writeString(product.resolve(RULES), leaky);

    Ran ran = Ran.of(sut, "@ENF-05 or @ENF-07 or @ENF-09 or @MNT-01", "standard", out);

    assertThat(ran.said().code()).isEqualTo(1);
    assertThat(ran.scenarios("attack"))
        .extracting(Ran::standing)
        .containsExactly("PASS", "FAIL", "FAIL");
    assertThat(ran.scenarios("attack"))
        .extracting(s -> s.path("reasons").toString())
        .satisfiesExactly(
            around -> assertThat(around).isEqualTo("[]"),
            forged -> assertThat(forged).contains("passed the product as SCADA-1"),
            unasked -> assertThat(unasked).contains("an answer of LIC-201"));
    assertThat(ran.scenarios("maintenance")).isNotEmpty().allSatisfy(Ran::isNotBroken);
  }

  @Test
  void aProductThatFailsOpenLetsTheStationsGoOn() throws IOException {
    Path sut =
        Ran.HOME.resolve("scenarios/scenario-runner/src/test/suts/fail-open").resolve("sut.yaml");

    Ran ran = Ran.of(sut, "@RES-02 or @RES-05", "extended", out);

    assertThat(ran.scenarios()).hasSize(2).allSatisfy(Ran::passesUnlessTheHostStoodStill);
    assertThat(ran.scenarios("attack").getFirst().path("evidence").toString())
        .contains("declares that it fails open");
  }

  @Test
  void aProductThatOnlySaysThatItFailsOpenFails() throws IOException {
    Path shipped = Ran.shipped("haproxy-in-path");
    Path sut = copy(shipped);
    Files.copy(
        shipped.resolveSibling("redirect.nft.mustache"), product.resolve("redirect.nft.mustache"));
    Files.writeString(
        sut,
        Files.readString(sut)
            .replace("../haproxy-mtls", Ran.HOME.resolve("scenarios/suts/haproxy-mtls").toString())
            .replace("access: tls", "access: tls\nfailure: open"));

    Ran ran = Ran.of(sut, "@RES-05", "extended", out);

    assertThat(ran.said().code()).isEqualTo(1);
    assertThat(ran.scenarios().getFirst().path("reasons").toString()).contains("has not seen");
  }

  private Path copy(Path sut) throws IOException {
    return Files.copy(sut, product.resolve("sut.yaml"));
  }
}
