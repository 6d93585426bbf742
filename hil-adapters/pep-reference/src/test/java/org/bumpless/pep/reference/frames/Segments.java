package org.bumpless.pep.reference.frames;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bumpless.adapter.pdp.Decision.Scope;

/** Cuts of a byte stream, and what a guard makes of each. */
public final class Segments {
  private Segments() {}

  /** All bytes at once. */
  public static List<byte[]> whole(byte[] stream) {
    return List.of(stream);
  }

  /** Each byte alone. */
  public static List<byte[]> bytes(byte[] stream) {
    return cut(stream, 1);
  }

  /** Pieces of random lengths, 1 to 40 bytes. */
  public static List<byte[]> random(byte[] stream, RandomGenerator random) {
    List<byte[]> segments = new ArrayList<>();
    for (int at = 0; at < stream.length; ) {
      int end = Math.min(stream.length, at + 1 + random.nextInt(40));
      segments.add(Arrays.copyOfRange(stream, at, end));
      at = end;
    }
    return segments;
  }

  private static List<byte[]> cut(byte[] stream, int length) {
    List<byte[]> segments = new ArrayList<>();
    for (int at = 0; at < stream.length; at += length) {
      segments.add(Arrays.copyOfRange(stream, at, Math.min(stream.length, at + length)));
    }
    return segments;
  }

  /**
   * What a stream guard does with a stream: the fate of each message, then the end if there is one.
   * The read buffer is reused and wiped between reads, as a session does.
   */
  public static List<String> decisions(FrameGuard guard, Scope scope, List<byte[]> segments)
      throws IOException {
    RecordingRelay relay = new RecordingRelay();
    List<String> refusals = new ArrayList<>();
    CheckedStream stream = new CheckedStream(guard, relay, refusals::add);
    byte[] buffer = new byte[70_000];
    for (byte[] segment : segments) {
      System.arraycopy(segment, 0, buffer, 0, segment.length);
      Optional<String> end = stream.accept(buffer, segment.length, scope);
      Arrays.fill(buffer, (byte) 0xEE);
      if (end.isPresent()) {
        relay.done().add("end " + end.get());
        break;
      }
    }
    return relay.done();
  }
}
