package org.bumpless.runner.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.bumpless.runner.way.Crossings.Opening;
import org.bumpless.runner.wire.Frames;
import org.junit.jupiter.api.Test;

class CrossingsTest {
  private static final InetSocketAddress CLIENT = at("10.1.0.1", 40_000);
  private static final InetSocketAddress OTHER = at("10.2.254.1", 50_000);
  private static final InetSocketAddress SERVER = at("10.2.0.1", 502);

  private final Crossings crossings = new Crossings();
  private final Opening question = new Opening(CLIENT, SERVER, false);
  private final Opening answer = new Opening(SERVER, CLIENT, true);

  @Test
  void whatComesAndGoesIsToldApart() {
    see(false, CLIENT, SERVER, 7, Frames.SYN);

    assertThat(crossings.reached(question)).isTrue();
    assertThat(crossings.passed(question)).isFalse();

    see(true, CLIENT, SERVER, 7, Frames.SYN);

    assertThat(crossings.passed(question)).isTrue();
  }

  @Test
  void whatLeavesUnderAnotherAddressIsKnownByItsNumber() {
    see(false, CLIENT, SERVER, 7, Frames.SYN);
    see(true, OTHER, SERVER, 8, Frames.SYN);
    assertThat(crossings.passed(question)).as("a connection of the product's own").isFalse();

    see(true, OTHER, SERVER, 7, Frames.SYN);
    assertThat(crossings.passed(question)).isTrue();
  }

  @Test
  void anAnswerIsNoQuestion() {
    see(false, SERVER, CLIENT, 9, Frames.SYN | Frames.ACK);
    see(true, SERVER, CLIENT, 9, Frames.SYN);

    assertThat(crossings.reached(answer)).isTrue();
    assertThat(crossings.passed(answer)).isFalse();
    assertThat(crossings.reached(question)).isFalse();
  }

  @Test
  void whatNeitherOpensNorAcceptsIsNothing() {
    see(false, CLIENT, SERVER, 7, Frames.ACK);

    assertThat(crossings.reached(question)).isFalse();
    assertThat(crossings.full()).isFalse();
  }

  private void see(
      boolean outgoing, InetSocketAddress from, InetSocketAddress to, int sequence, int flags) {
    crossings.frame(Frames.segment(1, outgoing, from, to, sequence, flags, ""));
  }

  private static InetSocketAddress at(String address, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), port);
  }
}
