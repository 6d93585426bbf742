package org.bumpless.plant.network.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * The two ends of a cable that a program carries: takes in what one interface receives and sends
 * out by the other, frame by frame. What the kernel leaves to the hardware, a checksum or the
 * cutting of a long segment, stands in a header before the frame (virtio_net_hdr) and is handed on
 * as it came. For one thread.
 *
 * <p>Numbers and layouts: Linux, include/uapi/linux/if_packet.h and virtio_net.h.
 */
public final class PacketPair implements AutoCloseable {
  /** What stands before each frame. */
  public static final int HEADER_BYTES = 10;

  private static final int ROOM_BYTES = HEADER_BYTES + 18 + 65_535;
  private static final int PACKET_VNET_HDR = 15;
  private static final int PACKET_IGNORE_OUTGOING = 23;
  private static final int MSG_DONTWAIT = 0x40;

  private static final MethodHandle RECV =
      NativeCall.handle(
          "recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final MethodHandle SEND =
      NativeCall.handle(
          "send", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

  private final List<PacketSocket> sockets;
  private final PollSet poll;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment room = arena.allocate(ROOM_BYTES);

  private PacketPair(List<PacketSocket> sockets) {
    this.sockets = List.copyOf(sockets);
    this.poll = new PollSet(sockets.getFirst().descriptor(), sockets.getLast().descriptor());
  }

  /**
   * Takes hold of two interfaces in the network of the calling thread.
   *
   * @param first the kernel's index of the one
   * @param second that of the other
   * @throws IOException if this process may not (CAP_NET_RAW), or the kernel has no such sockets
   */
  public static PacketPair open(int first, int second) throws IOException {
    PacketSocket one = port(first);
    try {
      return new PacketPair(List.of(one, port(second)));
    } catch (IOException e) {
      one.close();
      throw e;
    }
  }

  private static PacketSocket port(int device) throws IOException {
    PacketSocket socket = PacketSocket.open();
    try {
      socket.set(PACKET_VNET_HDR, 1);
      socket.set(PACKET_IGNORE_OUTGOING, 1);
      socket.listen(device);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Waits until an end has a frame, or a while has passed. */
  public void await(long nanos) throws IOException {
    poll.await(nanos);
  }

  /** Whether an end had a frame at the last {@link #await}. */
  public boolean ready(int end) {
    return poll.ready(end);
  }

  /**
   * Takes a frame that an end has received.
   *
   * @return header and frame; empty if there is none after all
   */
  public byte[] receive(int end) throws IOException {
    try {
      long bytes =
          NativeCall.check(
              "receive a frame",
              state ->
                  (long)
                      RECV.invokeExact(
                          state,
                          sockets.get(end).descriptor(),
                          room,
                          (long) ROOM_BYTES,
                          MSG_DONTWAIT));
      return room.asSlice(0, bytes).toArray(JAVA_BYTE);
    } catch (NativeException e) {
      if (e.nothingNow() || e.interfaceDown()) {
        return new byte[0];
      }
      throw e;
    }
  }

  /**
   * Sends a frame out by an end.
   *
   * @param frame header and frame
   * @return whether it went out; not if the interface is down or has no room
   */
  public boolean send(int end, byte[] frame) throws IOException {
    MemorySegment.copy(frame, 0, room, JAVA_BYTE, 0, frame.length);
    try {
      NativeCall.check(
          "send a frame",
          state ->
              (long)
                  SEND.invokeExact(
                      state,
                      sockets.get(end).descriptor(),
                      room,
                      (long) frame.length,
                      MSG_DONTWAIT));
      return true;
    } catch (NativeException e) {
      if (e.nothingNow() || e.interfaceDown()) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (arena;
        poll) {
      try {
        sockets.getFirst().close();
      } finally {
        sockets.getLast().close();
      }
    }
  }
}
