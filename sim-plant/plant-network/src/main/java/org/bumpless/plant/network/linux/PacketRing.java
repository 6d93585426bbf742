package org.bumpless.plant.network.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * Every frame of one network in memory that is shared with the kernel, which fills blocks in turn
 * and hands each over when it is full or {@link #RETIRE} old; no lock is between the two. For one
 * thread.
 *
 * <p>Layouts: Linux, include/uapi/linux/if_packet.h, tpacket_block_desc and tpacket3_hdr.
 */
public final class PacketRing implements AutoCloseable {
  /** After so long a frame is handed over at the latest. */
  public static final Duration RETIRE = Duration.ofMillis(10);

  private static final int BLOCK_BYTES = 1 << 18;
  private static final int BLOCKS = 128;
  private static final int FRAME_BYTES = 1 << 11;

  private static final int STATUS = 8;
  private static final int FRAMES = 12;
  private static final int FIRST = 16;
  private static final int OF_KERNEL = 0;
  private static final int OF_USER = 1;
  private static final VarHandle STATUS_WORD = JAVA_INT.varHandle();

  private static final int NEXT = 0;
  private static final int SECONDS = 4;
  private static final int NANOS = 8;
  private static final int CAPTURED = 12;
  private static final int LENGTH = 16;
  private static final int START = 24;
  private static final int INTERFACE = 52;
  private static final int KIND = 58;
  private static final int OUTGOING = 4;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final PacketSocket socket;
  private final MemorySegment ring;
  private int next;
  private long dropped;

  private PacketRing(PacketSocket socket, MemorySegment ring) {
    this.socket = socket;
    this.ring = ring;
  }

  /**
   * Opens one in the network of the calling thread; it stays with that network.
   *
   * @throws IOException if this process may not (CAP_NET_RAW), or the kernel has no such sockets
   */
  public static PacketRing open() throws IOException {
    PacketSocket socket = PacketSocket.open();
    try {
      MemorySegment ring = socket.ring(BLOCK_BYTES, BLOCKS, FRAME_BYTES, RETIRE);
      socket.listen();
      return new PacketRing(socket, ring);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Takes what is in the ring. */
  @FunctionalInterface
  public interface Reader {
    /**
     * A frame.
     *
     * @param device the kernel's index of the interface
     * @param outgoing whether this network's host sent it
     * @param length on the wire
     * @param bytes valid during the call only
     */
    void frame(long epochNanos, int device, boolean outgoing, int length, ByteBuffer bytes);
  }

  /** Waits until there is something to drain, or a while has passed. */
  public void await(Duration atMost) throws IOException {
    socket.await(atMost);
  }

  /** Hands over all that the kernel has handed over, oldest first. */
  public void drain(Reader reader) {
    for (MemorySegment block = block();
        ((int) STATUS_WORD.getAcquire(block, (long) STATUS) & OF_USER) != 0;
        block = block()) {
      try {
        read(block, reader);
      } finally {
        STATUS_WORD.setRelease(block, (long) STATUS, OF_KERNEL);
        next = (next + 1) % BLOCKS;
      }
    }
  }

  private MemorySegment block() {
    return ring.asSlice((long) next * BLOCK_BYTES, BLOCK_BYTES);
  }

  private static void read(MemorySegment block, Reader reader) {
    int frames = block.get(JAVA_INT, FRAMES);
    long at = block.get(JAVA_INT, FIRST);
    for (int i = 0; i < frames; i++) {
      MemorySegment frame = block.asSlice(at);
      reader.frame(
          frame.get(JAVA_INT, SECONDS) * NANOS_PER_SECOND + frame.get(JAVA_INT, NANOS),
          frame.get(JAVA_INT, INTERFACE),
          frame.get(JAVA_BYTE, KIND) == OUTGOING,
          frame.get(JAVA_INT, LENGTH),
          frame
              .asSlice(
                  Short.toUnsignedInt(frame.get(JAVA_SHORT, START)), frame.get(JAVA_INT, CAPTURED))
              .asByteBuffer());
      at += frame.get(JAVA_INT, NEXT);
    }
  }

  /** Frames that found no room since the ring was opened. */
  public long dropped() throws IOException {
    dropped += socket.dropped();
    return dropped;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
