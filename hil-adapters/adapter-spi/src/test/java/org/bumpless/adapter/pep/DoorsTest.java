package org.bumpless.adapter.pep;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoorsTest {
  private static final Duration WAIT_MAX = Duration.ofSeconds(5);

  @Test
  void aDoorIsOpenWhileSomebodyListens() throws Exception {
    InetSocketAddress address;
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      address = (InetSocketAddress) listener.getLocalSocketAddress();
      assertThat(Doors.accepts(address, WAIT_MAX)).isTrue();

      listener.setSoTimeout((int) WAIT_MAX.toMillis());
      try (Socket knock = listener.accept()) {
        assertThat(knock.getInputStream().read()).as("a knock says nothing").isEqualTo(-1);
      }
    }
    assertThat(Doors.accepts(address, WAIT_MAX)).isFalse();
  }
}
