package org.bumpless.plant.network.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;

/**
 * A socket that gets a copy of every frame at the interfaces of one network: packet(7), if wanted
 * through memory that it shares with the kernel, a ring of TPACKET_V3.
 *
 * <p>Numbers and layouts: Linux, include/uapi/linux/if_packet.h.
 */
@SuppressWarnings("restricted") // to reach below Java is what it is for
final class PacketSocket implements AutoCloseable {
  private static final int AF_PACKET = 17;
  private static final int SOCK_RAW_CLOEXEC = 3 | 0x8_0000;
  private static final short ETH_P_ALL_IN_NETWORK_ORDER = 0x0300;
  private static final int ADDRESS_BYTES = 20;
  private static final int EVERY_DEVICE = 0;
  private static final int SOL_PACKET = 263;
  private static final int PACKET_RX_RING = 5;
  private static final int PACKET_STATISTICS = 6;
  private static final int PACKET_VERSION = 10;
  private static final int TPACKET_V3 = 2;
  private static final int SOL_SOCKET = 1;
  private static final int SO_ERROR = 4;
  private static final int PROT_READ_AND_WRITE = 3;
  private static final int MAP_SHARED = 1;

  private static final MethodHandle SOCKET =
      NativeCall.handle("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle SETSOCKOPT =
      NativeCall.handle(
          "setsockopt",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle GETSOCKOPT =
      NativeCall.handle(
          "getsockopt",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle BIND =
      NativeCall.handle("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle MMAP =
      NativeCall.handle(
          "mmap",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle MUNMAP =
      NativeCall.handle("munmap", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle CLOSE =
      NativeCall.handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private final int descriptor;
  private final PollSet poll;
  private long memory;
  private long memoryBytes;

  private PacketSocket(int descriptor) {
    this.descriptor = descriptor;
    this.poll = new PollSet(descriptor);
  }

  /** Opens one in the network of the calling thread; it hears nothing yet. */
  static PacketSocket open() throws IOException {
    return new PacketSocket(
        (int)
            NativeCall.check(
                "packet socket",
                state -> (int) SOCKET.invokeExact(state, AF_PACKET, SOCK_RAW_CLOEXEC, 0)));
  }

  /**
   * The ring: blocks that the kernel fills in turn.
   *
   * @param frameBytes room for a usual frame; longer ones take more
   * @param retire age at which a block with a frame in it is handed over
   */
  MemorySegment ring(int blockBytes, int blocks, int frameBytes, Duration retire)
      throws IOException {
    set(PACKET_VERSION, TPACKET_V3);
    int frames = blockBytes / frameBytes * blocks;
    int retireMillis = Math.toIntExact(retire.toMillis());
    set(PACKET_RX_RING, blockBytes, blocks, frameBytes, frames, retireMillis, 0, 0);
    long bytes = (long) blockBytes * blocks;
    memory =
        NativeCall.check(
            "memory for a packet ring",
            state ->
                (long)
                    MMAP.invokeExact(
                        state, 0L, bytes, PROT_READ_AND_WRITE, MAP_SHARED, descriptor, 0L));
    memoryBytes = bytes;
    return MemorySegment.ofAddress(memory).reinterpret(bytes);
  }

  /** Hears from now on whatever any interface sends or receives. */
  void listen() throws IOException {
    listen(EVERY_DEVICE);
  }

  /**
   * Hears from now on whatever an interface sends or receives.
   *
   * @param device the kernel's index of it
   */
  void listen(int device) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = arena.allocate(ADDRESS_BYTES, Integer.BYTES);
      address.set(JAVA_SHORT, 0, (short) AF_PACKET);
      address.set(JAVA_SHORT, Short.BYTES, ETH_P_ALL_IN_NETWORK_ORDER);
      address.set(JAVA_INT, 2 * Short.BYTES, device);
      NativeCall.check(
          "bind packet socket",
          state -> (int) BIND.invokeExact(state, descriptor, address, ADDRESS_BYTES));
    }
  }

  int descriptor() {
    return descriptor;
  }

  /** Waits until a block is handed over, or a while has passed, or a signal came. */
  void await(Duration atMost) throws IOException {
    poll.await(atMost.toNanos());
    if (poll.troubled(0)) {
      get(SOL_SOCKET, SO_ERROR, 1); // an interface went down: said once, then forgotten
    }
  }

  /** Frames for which there was no room since this was asked last. */
  long dropped() throws IOException {
    return Integer.toUnsignedLong(get(SOL_PACKET, PACKET_STATISTICS, 3)[1]);
  }

  /** Sets an option of its kind of sockets. */
  void set(int option, int... values) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment words = arena.allocateFrom(JAVA_INT, values);
      NativeCall.check(
          "option " + option + " of a packet socket",
          state ->
              (int)
                  SETSOCKOPT.invokeExact(
                      state, descriptor, SOL_PACKET, option, words, (int) words.byteSize()));
    }
  }

  private int[] get(int level, int option, int words) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment values = arena.allocate(JAVA_INT, words);
      MemorySegment length = arena.allocateFrom(JAVA_INT, (int) values.byteSize());
      NativeCall.check(
          "option " + option + " of a packet socket",
          state -> (int) GETSOCKOPT.invokeExact(state, descriptor, level, option, values, length));
      return values.toArray(JAVA_INT);
    }
  }

  /** Nobody may look into the ring any more. */
  @Override
  public void close() throws IOException {
    try (poll) {
      if (memoryBytes > 0) {
        NativeCall.check(
            "give back a packet ring",
            state -> (int) MUNMAP.invokeExact(state, memory, memoryBytes));
      }
    } finally {
      NativeCall.check("close", state -> (int) CLOSE.invokeExact(state, descriptor));
    }
  }
}
