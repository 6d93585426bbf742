package org.bumpless.bridge.plc4x;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a {@link CipServer} has: named tags of elementary types, and what it was asked to write.
 * Each tag takes values of one range; one that nobody may write takes none.
 */
final class CipMemory {
  private final Map<String, Slot> slots = new ConcurrentHashMap<>();
  private final List<String> writes = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private volatile CipReply missing = CipReply.of(CipReply.PATH_DESTINATION_UNKNOWN);
  private final AtomicReference<Runnable> then = new AtomicReference<>(() -> {});
  private volatile Cable.Cut cut = Cable.Cut.NONE;

  /** Elementary data types with their codes of CIP (volume 1, appendix C). */
  enum Type {
    BOOL(0xC1, Byte.BYTES),
    INT(0xC3, Short.BYTES),
    DINT(0xC4, Integer.BYTES),
    UDINT(0xC8, Integer.BYTES),
    REAL(0xCA, Float.BYTES);

    private final int code;
    private final int bytes;

    Type(int code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }

    int code() {
      return code;
    }

    int bytes() {
      return bytes;
    }

    private void put(ByteBuffer to, double value) {
      switch (this) {
        case BOOL -> to.put((byte) value);
        case INT -> to.putShort((short) value);
        case DINT, UDINT -> to.putInt((int) value);
        case REAL -> to.putFloat((float) value);
      }
    }

    private double get(ByteBuffer from) {
      return switch (this) {
        case BOOL -> from.get() == 0 ? 0 : 1;
        case INT -> from.getShort();
        case DINT -> from.getInt();
        case UDINT -> Integer.toUnsignedLong(from.getInt());
        case REAL -> from.getFloat();
      };
    }
  }

  /**
   * One tag.
   *
   * @param low least value that may be written
   * @param high greatest one; below the least if nobody may write
   */
  private record Slot(Type type, double value, double low, double high) {}

  /** One that may be written between two values. */
  CipMemory writable(String name, Type type, double value, double low, double high) {
    slots.put(name, new Slot(type, value, low, high));
    return this;
  }

  CipMemory readOnly(String name, Type type, double value) {
    return writable(name, type, value, 1, 0);
  }

  /** What it says of a tag that it does not have; controllers differ in that. */
  CipMemory saysOfOthers(CipReply reply) {
    missing = reply;
    return this;
  }

  /** The process changes a value. */
  void set(String name, double value) {
    slots.computeIfPresent(name, (_, s) -> new Slot(s.type(), value, s.low(), s.high()));
  }

  /** Somebody takes a tag out of the program. */
  void remove(String name) {
    slots.remove(name);
  }

  double get(String name) {
    return Optional.ofNullable(slots.get(name)).orElseThrow().value();
  }

  /** Its power fails at the next write: before it has taken hold, or before it is answered. */
  void failAt(Cable.Cut next) {
    cut = next;
  }

  /** Something happens to it when the next write has taken hold. */
  void afterWrite(Runnable happens) {
    then.set(happens);
  }

  /** The writes that have taken hold, in order, for example {@code SP 62.5}. */
  List<String> writes() {
    return List.copyOf(writes);
  }

  /** Those that were refused, in order, with what was said. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  /** Answers Read Tag: its code of a type and its value. */
  CipReply read(String name, ByteBuffer request) {
    Slot slot = slots.get(name);
    if (slot == null) {
      return missing;
    }
    if (request.getShort() != 1) {
      return CipReply.of(CipReply.GENERAL, CipReply.BEYOND_THE_END);
    }
    ByteBuffer data = CipReply.data(Short.BYTES + slot.type().bytes());
    data.putShort((short) slot.type().code());
    slot.type().put(data, slot.value());
    return CipReply.with(data.flip());
  }

  /**
   * Answers Write Tag.
   *
   * @throws UncheckedIOException if its power is to fail now
   */
  CipReply write(String name, ByteBuffer request) {
    fail(Cable.Cut.REQUEST);
    Slot slot = slots.get(name);
    if (slot == null) {
      return refuse(name + " is not there", missing);
    }
    int code = Short.toUnsignedInt(request.getShort());
    int elements = request.getShort();
    if (code != slot.type().code() || elements != 1) {
      return refuse(
          name + " is " + slot.type(), CipReply.of(CipReply.GENERAL, CipReply.OTHER_TYPE));
    }
    if (request.remaining() != slot.type().bytes()) {
      return refuse(name + " has another length", CipReply.of(CipReply.NOT_ENOUGH_DATA));
    }
    double value = slot.type().get(request);
    if (value < slot.low() || value > slot.high()) {
      return refuse(name + " " + value, CipReply.of(CipReply.PRIVILEGE_VIOLATION));
    }
    slots.put(name, new Slot(slot.type(), value, slot.low(), slot.high()));
    writes.add(name + " " + value);
    then.getAndSet(() -> {}).run();
    fail(Cable.Cut.ANSWER);
    return CipReply.of(CipReply.SUCCESS);
  }

  private CipReply refuse(String what, CipReply reply) {
    refused.add(what);
    return reply;
  }

  private void fail(Cable.Cut when) {
    if (cut == when) {
      cut = Cable.Cut.NONE;
      throw new UncheckedIOException(new IOException("the power has failed"));
    }
  }
}
