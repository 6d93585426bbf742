package org.bumpless.runner.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import org.bumpless.runner.wire.Transits.Transit;
import org.bumpless.runner.wire.Transits.UnmatchedException;
import org.junit.jupiter.api.Test;

/** Made-up traffic whose transit times are known. */
class WireMeterTest {
  private static final InetSocketAddress CLIENT = new InetSocketAddress("10.2.0.1", 40_000);
  private static final InetSocketAddress DOOR = new InetSocketAddress("10.2.128.3", 502);
  private static final InetSocketAddress PRODUCT = new InetSocketAddress("10.5.254.1", 50_000);
  private static final InetSocketAddress SERVER = new InetSocketAddress("10.5.0.3", 502);

  private final WireMeter meter = new WireMeter(DOOR, SERVER);
  private final Line line = new Line(CLIENT, PRODUCT);

  @Test
  void aTransitIsTheTimeThatTheProductKeeps() throws Exception {
    line.open(0);
    line.exchange(1_000, 50, 700, 30);

    assertThat(transits()).containsExactly(new Transit(1_000, 80, true));
  }

  @Test
  void requestsOfOneConnectionAreMatchedOneByOne() throws Exception {
    line.open(0);
    line.exchange(1_000, 50, 700, 30);
    line.exchange(5_000, 10, 100, 10);
    line.exchange(9_000, 900, 1, 90);

    assertThat(transits()).extracting(Transit::nanos).containsExactly(80L, 20L, 990L);
  }

  @Test
  void connectionsThatAreOpenAtTheSameTimeAreKeptApart() throws Exception {
    Line other = new Line(at(CLIENT, 40_001), at(PRODUCT, 50_001));
    line.open(0);
    other.open(10);
    line.request(1_000, 50);
    other.request(1_010, 60);
    other.answer(2_000, 6);
    line.answer(3_000, 5);

    assertThat(transits()).extracting(Transit::nanos).containsExactlyInAnyOrder(55L, 66L);
  }

  @Test
  void theSettingUpOfTlsIsNoRequest() throws Exception {
    line.open(0);
    line.before(100, true, "client hello");
    line.before(200, false, "server hello");
    line.before(300, true, "finished");
    line.before(310, false, "ticket");
    line.encrypted = true;
    line.exchange(1_000, 50, 700, 30);

    assertThat(transits()).containsExactly(new Transit(1_000, 80, false));
  }

  @Test
  void aTransitIsCountedFromTheFirstPieceOfARequestToTheLastOfAnAnswer() throws Exception {
    line.open(0);
    line.before(1_000, true, "re");
    line.before(1_020, true, "ad");
    line.behind(1_050, true, "read");
    line.behind(1_500, false, "val");
    line.behind(1_510, false, "ue");
    line.before(1_530, false, "val");
    line.before(1_560, false, "ue");

    assertThat(transits()).containsExactly(new Transit(1_000, 560 - (1_500 - 1_050), true));
  }

  @Test
  void whatIsSentAgainIsNotHeardTwice() throws Exception {
    line.open(0);
    line.request(1_000, 50);
    line.again(1_300);
    line.answer(2_000, 5);

    assertThat(transits()).extracting(Transit::nanos).containsExactly(55L);
  }

  @Test
  void othersAreNotLookedAt() throws Exception {
    Line poll = new Line(at(CLIENT, 1), at(PRODUCT, 2));
    poll.exchange(10, 1, 1, 1); // opened before this meter listened
    line.open(0);
    line.exchange(1_000, 50, 700, 30);

    assertThat(transits()).hasSize(1);
  }

  @Test
  void aConnectionOnWhichNothingIsSaidIsNobodysPair() throws Exception {
    new Line(at(CLIENT, 3), at(PRODUCT, 4)).openBehindOnly(0); // a health check of the product
    line.open(5);
    line.exchange(1_000, 50, 700, 30);

    assertThat(transits()).hasSize(1);
  }

  @Test
  void aProductThatKeepsItsConnectionsToTheControllerCannotBeMatched() {
    line.openBeforeOnly(0);
    line.exchange(1_000, 50, 700, 30);

    assertThatThrownBy(this::transits)
        .isInstanceOf(UnmatchedException.class)
        .hasMessage("1 connections before the product and 0 behind it");
  }

  @Test
  void requestsThatNobodyMadeCannotBeMatched() {
    line.open(0);
    line.exchange(1_000, 50, 700, 30);
    line.behind(4_000, true, "one more");
    line.behind(4_100, false, "yes");

    assertThatThrownBy(this::transits)
        .isInstanceOf(UnmatchedException.class)
        .hasMessage("2 requests behind the product and 1 before it");
  }

  @Test
  void anAnswerThatLeavesBeforeItComesCannotBeMatched() {
    line.open(0);
    line.before(1_000, true, "read");
    line.before(1_100, false, "from memory");
    line.behind(1_200, true, "read");
    line.behind(1_300, false, "value");

    assertThatThrownBy(this::transits)
        .isInstanceOf(UnmatchedException.class)
        .hasMessageContaining("request 1 left the product before it came");
  }

  @Test
  void withoutTrafficThereIsNothing() throws Exception {
    assertThat(transits()).isEqualTo(List.of());
  }

  @Test
  void whatWasBeforeTheMomentIsLeftOut() throws Exception {
    line.open(0);
    line.exchange(1_000, 50, 700, 30);
    line.exchange(5_000, 10, 100, 10);

    assertThat(meter.transits(1_001)).isEqualTo(List.of(List.of(new Transit(5_000, 20, true))));
  }

  @Test
  void theRequestsOfOneOperationAreAddedUp() throws Exception {
    Line other = new Line(at(CLIENT, 40_001), at(PRODUCT, 50_001));
    line.open(0);
    other.open(10);
    line.exchange(1_000, 50, 700, 30);
    line.exchange(5_000, 10, 100, 10);
    other.exchange(6_000, 1, 1, 1);
    other.exchange(7_000, 2, 1, 1);

    assertThat(Transits.operations(meter.transits(0), 2))
        .containsExactly(new Transit(1_000, 100, true), new Transit(6_000, 5, true));
  }

  @Test
  void requestsThatFitNoNumberOfOperationsCannotBeMatched() throws Exception {
    line.open(0);
    line.exchange(1_000, 50, 700, 30);
    line.exchange(5_000, 10, 100, 10);
    line.exchange(9_000, 10, 100, 10);
    List<List<Transit>> three = meter.transits(0);

    assertThatThrownBy(() -> Transits.operations(three, 2))
        .isInstanceOf(UnmatchedException.class)
        .hasMessage("3 requests cannot be those of 2 operations");
    assertThatThrownBy(() -> Transits.operations(three, 4)).isInstanceOf(UnmatchedException.class);
    assertThatThrownBy(() -> Transits.operations(three, 0)).isInstanceOf(UnmatchedException.class);
  }

  private List<Transit> transits() throws UnmatchedException {
    return meter.transits(0).stream().flatMap(List::stream).toList();
  }

  private static InetSocketAddress at(InetSocketAddress host, int port) {
    return new InetSocketAddress(host.getAddress(), port);
  }

  /** A connection to the product and the one that the product makes for it. */
  private final class Line {
    private final InetSocketAddress client;
    private final InetSocketAddress product;
    private final int[] sequences = new int[4];
    private boolean encrypted;

    Line(InetSocketAddress client, InetSocketAddress product) {
      this.client = client;
      this.product = product;
    }

    void open(long nanos) {
      openBeforeOnly(nanos);
      openBehindOnly(nanos + 1);
    }

    void openBeforeOnly(long nanos) {
      meter.frame(Frames.segment(nanos, false, client, DOOR, 0, Frames.SYN, ""));
    }

    void openBehindOnly(long nanos) {
      meter.frame(Frames.segment(nanos, true, product, SERVER, 0, Frames.SYN, ""));
    }

    void exchange(long nanos, long there, long served, long back) {
      request(nanos, there);
      answer(nanos + there + served, back);
    }

    void request(long nanos, long there) {
      before(nanos, true, encrypted ? "****" : "read");
      behind(nanos + there, true, "read");
    }

    void answer(long nanos, long back) {
      behind(nanos, false, "value");
      before(nanos + back, false, encrypted ? "*****" : "value");
    }

    void again(long nanos) {
      sequences[0] -= "read".length();
      before(nanos, true, "read");
    }

    void before(long nanos, boolean fromClient, String said) {
      say(fromClient ? 0 : 1, nanos, !fromClient, fromClient, client, DOOR, said);
    }

    void behind(long nanos, boolean fromClient, String said) {
      say(fromClient ? 2 : 3, nanos, fromClient, fromClient, product, SERVER, said);
    }

    private void say(
        int stream,
        long nanos,
        boolean outgoing,
        boolean fromClient,
        InetSocketAddress asks,
        InetSocketAddress answers,
        String said) {
      meter.frame(
          Frames.segment(
              nanos,
              outgoing,
              fromClient ? asks : answers,
              fromClient ? answers : asks,
              sequences[stream],
              Frames.ACK,
              said));
      sequences[stream] += said.length();
    }
  }
}
