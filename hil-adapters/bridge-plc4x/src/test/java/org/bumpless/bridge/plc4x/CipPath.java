package org.bumpless.bridge.plc4x;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whom a request of CIP is for (EPATH; volume 1, appendix C). */
sealed interface CipPath {
  /** An object by its class and its number. */
  record Numbered(int type, int instance) implements CipPath {}

  /** A tag by its name, which for an element of an array ends in its number in brackets. */
  record Symbol(String name) implements CipPath {}

  /**
   * Reads one from a request.
   *
   * @return empty if it is of a form that this controller does not know
   */
  static Optional<CipPath> take(ByteBuffer request) {
    int bytes = 2 * Byte.toUnsignedInt(request.get());
    ByteBuffer path = request.slice(request.position(), bytes);
    request.position(request.position() + bytes);
    int first = bytes == 0 ? 0 : Byte.toUnsignedInt(path.get());
    if (first == 0x20 && bytes == 4) {
      int type = Byte.toUnsignedInt(path.get());
      return path.get() == 0x24
          ? Optional.of(new Numbered(type, Byte.toUnsignedInt(path.get())))
          : Optional.empty();
    }
    return first == 0x91 ? Optional.of(new Symbol(name(path))) : Optional.empty();
  }

  private static String name(ByteBuffer path) {
    int length = Byte.toUnsignedInt(path.get());
    String name = StandardCharsets.US_ASCII.decode(path.slice(path.position(), length)).toString();
    path.position(path.position() + length + length % 2);
    boolean element = path.remaining() == 2 && path.get() == 0x28;
    return element ? name + "[" + Byte.toUnsignedInt(path.get()) + "]" : name;
  }
}
