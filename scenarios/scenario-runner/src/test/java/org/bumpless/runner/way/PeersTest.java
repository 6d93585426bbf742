package org.bumpless.runner.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class PeersTest {
  @Test
  void readsTheFarEndOfAnIpv4Connection() {
    assertThat(
            Peers.link(
                "   1: 0100050A:01F6 0200010A:9C40 01 00000000:00000000 00:00000000 00000000     0"))
        .isEqualTo(new Peers.Link(502, new InetSocketAddress("10.1.0.2", 40_000)));
  }

  @Test
  void readsTheFarEndOfAnIpv4ConnectionOfAnIpv6Socket() {
    assertThat(
            Peers.link(
                "  12: 0000000000000000FFFF00000100050A:01F6 0000000000000000FFFF00000200010A:9C40 03 0"))
        .isEqualTo(new Peers.Link(502, new InetSocketAddress("10.1.0.2", 40_000)));
  }

  @Test
  void aLineOfAnotherTableIsRefused() {
    assertThatThrownBy(() -> Peers.link("sl  local_address rem_address"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no line of a table of connections");
  }
}
