package org.bumpless.runner.way;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody says at a door that was made for something else. Each bears a mark, by which it is
 * known again behind the product.
 */
enum Cargo {
  /** The identification string of RFC 4253, section 4.2. */
  SSH {
    @Override
    byte[] bytes(String mark) {
      return ascii("SSH-2.0-%s\r\n".formatted(mark));
    }
  },

  /** A request to be passed on, as to a proxy: RFC 9110, section 9.3.6. */
  HTTP_CONNECT {
    @Override
    byte[] bytes(String mark) {
      return ascii(
          "CONNECT %s.invalid:443 HTTP/1.1\r\nHost: %s.invalid\r\n\r\n".formatted(mark, mark));
    }
  },

  /** A connection request of ISO on TCP, as S7 begins: RFC 1006, section 6; ISO 8073. */
  ISO_ON_TCP {
    @Override
    byte[] bytes(String mark) {
      byte[] name = ascii(mark);
      int variable = 2 + name.length;
      int header = 7 + variable;
      return ByteBuffer.allocate(4 + header)
          .put((byte) 3)
          .put((byte) 0)
          .putShort((short) (4 + header))
          .put((byte) (header - 1))
          .put((byte) 0xE0)
          .putInt(1)
          .put((byte) 0)
          .put((byte) 0xC1)
          .put((byte) name.length)
          .put(name)
          .array();
    }
  },

  /**
   * A sound Modbus frame with a function that users define: anything can travel in it (Modbus
   * Application Protocol V1.1b3, section 5.1).
   */
  MODBUS_FUNCTION_100 {
    @Override
    byte[] bytes(String mark) {
      byte[] data = ascii(mark);
      return ByteBuffer.allocate(8 + data.length)
          .putShort((short) 1)
          .putShort((short) 0)
          .putShort((short) (2 + data.length))
          .put((byte) 1)
          .put((byte) 100)
          .put(data)
          .array();
    }
  };

  /** What goes on the connection. */
  abstract byte[] bytes(String mark);

  /** As features call it, for example {@code http connect}. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The names of all. */
  static Set<String> languages() {
    return Arrays.stream(values())
        .map(Cargo::words)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The one of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Cargo of(String words) {
    return Arrays.stream(values())
        .filter(cargo -> cargo.words().equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody speaks " + words));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
