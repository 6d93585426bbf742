package org.bumpless.plant.network.netns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.bumpless.plant.cable.Direction;
import org.bumpless.plant.cable.Impairment;
import org.bumpless.plant.cable.Plug;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.network.cable.Cable;
import org.bumpless.plant.time.NanoClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real cables between two controllers of a cell, spoilt and mended. */
@Timeout(60)
class NetnsCableTest {
  private static final int PORT = 4711;
  private static final int SHORT_WAIT_MILLIS = 300;
  private static final int LONG_WAIT_MILLIS = 20_000;
  private static final int MUCH = 512 * 1024;
  private static final AssetId NEAR = new AssetId("LIC-101");
  private static final AssetId FAR = new AssetId("LIC-102");
  private static final NanoClock CLOCK = new RealClock();

  private static NetnsFabric fabric;

  private Cable cable;
  private ServerSocket server;
  private Socket near;
  private Socket far;

  @BeforeAll
  static void wire() throws Exception {
    RealNamespaces.require();
    fabric = NetnsFabric.of(PlantFile.read(Path.of("../../scenarios/plants/tank-farm.yaml")));
  }

  @AfterAll
  static void unwire() {
    if (fabric != null) {
      fabric.close();
    }
  }

  @BeforeEach
  void connect() throws Exception {
    cable = cable(new Plug.OfAsset(NEAR));
    Host host = fabric.host(FAR);
    InetSocketAddress address = new InetSocketAddress(host.address(), PORT);
    server = host.within(() -> new ServerSocket(PORT, 1, host.address()));
    near = fabric.host(NEAR).within(() -> new Socket(address.getAddress(), PORT));
    far = server.accept();
    near.setSoTimeout(LONG_WAIT_MILLIS);
    far.setSoTimeout(LONG_WAIT_MILLIS);
  }

  @AfterEach
  void hangUp() throws Exception {
    cable.mend();
    near.close();
    far.close();
    server.close();
  }

  @Test
  void whatIsSaidOverAPulledCableComesWhenItIsPluggedInAgain() throws Exception {
    cable.impair(Impairment.PULLED);
    near.getOutputStream().write(7);
    far.setSoTimeout(SHORT_WAIT_MILLIS);
    assertThatThrownBy(() -> far.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);

    cable.mend();
    far.setSoTimeout(LONG_WAIT_MILLIS);

    assertThat(far.getInputStream().read()).isEqualTo(7);
  }

  @Test
  void aCableThatNothingIsWrongWithCarriesEverything() throws Exception {
    cable.impair(Impairment.NONE);

    assertThat(carried()).isTrue();
  }

  @Test
  void aLossyCableIsBorneByTcp() throws Exception {
    cable.impair(Impairment.NONE.withLoss(0.05).withReordered(0.05));

    assertThat(carried()).isTrue();
  }

  @Test
  void delayIsPaidEachWay() throws Exception {
    roundTripNanos();
    cable.impair(Impairment.NONE.withDelay(Duration.ofMillis(30)));

    assertThat(roundTripNanos()).isGreaterThanOrEqualTo(Duration.ofMillis(60).toNanos());
    assertThat(cable.doubt()).isEmpty();
  }

  @Test
  void aHalfOpenCutPassesOneWayOnly() throws Exception {
    Host near = fabric.host(NEAR);
    Host far = fabric.host(FAR);
    try (DatagramSocket here = near.within(() -> new DatagramSocket(PORT, near.address()));
        DatagramSocket there = far.within(() -> new DatagramSocket(PORT, far.address()))) {
      cable.impair(Impairment.NONE.withCut(Set.of(Direction.TO_HOST)));

      assertThat(passes(here, there)).isTrue();
      assertThat(passes(there, here)).isFalse();
    }
  }

  @Test
  void aCableThatNoFrameSuffersFromShowsNothing() throws Exception {
    cable.impair(Impairment.NONE);
    roundTripNanos();

    assertThat(cable.doubt()).hasValue("has done nothing to any frame");
  }

  @Test
  void nothingIsLeftOfACableThatIsMended() throws Exception {
    Set<String> before = devices();
    cable.impair(Impairment.PULLED);
    assertThat(devices()).hasSize(before.size() + 2);
    cable.impair(Impairment.NONE);
    assertThat(devices()).hasSize(before.size() + 2);
    cable.mend();
    cable.mend();

    assertThat(devices()).isEqualTo(before);
  }

  @Test
  void theProductHasACableInEachOfItsZonesAndNowhereElse() throws Exception {
    Cable its = cable(new Plug.OfProduct(new ZoneId("cell-1")));
    its.impair(Impairment.PULLED);
    its.mend();

    assertThatThrownBy(() -> cable(new Plug.OfProduct(new ZoneId("nowhere"))))
        .hasMessage("zone nowhere has no network");
    assertThatThrownBy(() -> cable(new Plug.OfAsset(new AssetId("NO-1"))))
        .hasMessage("the plant has no host NO-1");
  }

  private static Cable cable(Plug plug) {
    return fabric.cable(plug, CLOCK, new SplittableRandom(1)).orElseThrow();
  }

  private static Set<String> devices() throws Exception {
    return fabric
        .switches()
        .within(
            () ->
                Files.readAllLines(Path.of("/proc/thread-self/net/dev")).stream()
                    .skip(2)
                    .map(line -> line.strip().split(":", 2)[0])
                    .collect(Collectors.toSet()));
  }

  private boolean carried() throws Exception {
    byte[] sent = new byte[MUCH];
    new SplittableRandom(3).nextBytes(sent);
    FutureTask<byte[]> heard = new FutureTask<>(() -> far.getInputStream().readNBytes(MUCH));
    Thread.ofPlatform().daemon().start(heard);
    near.getOutputStream().write(sent);
    return Arrays.equals(heard.get(), sent);
  }

  private long roundTripNanos() throws IOException {
    long begin = CLOCK.nanos();
    near.getOutputStream().write(1);
    far.getOutputStream().write(far.getInputStream().read());
    assertThat(near.getInputStream().read()).isEqualTo(1);
    return CLOCK.nanos() - begin;
  }

  private static boolean passes(DatagramSocket from, DatagramSocket to) throws IOException {
    from.send(new DatagramPacket(new byte[] {1}, 1, to.getLocalSocketAddress()));
    to.setSoTimeout(SHORT_WAIT_MILLIS);
    try {
      to.receive(new DatagramPacket(new byte[1], 1));
      return true;
    } catch (SocketTimeoutException nothingCame) {
      return false;
    }
  }
}
