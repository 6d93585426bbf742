package org.bumpless.plant.network.tap;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A capture file as Wireshark opens it: frames of several legs with nanoseconds and comments. For
 * one thread.
 *
 * <p>Source: PCAP Next Generation (pcapng) Capture File Format, draft-ietf-opsawg-pcapng, section
 * 4.
 */
public final class PcapngFile implements AutoCloseable {
  private static final int SECTION = 0x0A0D0D0A;
  private static final int INTERFACE = 1;
  private static final int STATISTICS = 5;
  private static final int PACKET = 6;

  private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
  private static final int MAJOR = 1;
  private static final int MINOR = 0;
  private static final long LENGTH_NOT_SAID = -1;
  private static final int ETHERNET = 1;
  private static final int NO_LIMIT = 0;
  private static final byte NANOSECONDS = 9;

  private static final int APPLICATION = 4;
  private static final int DEVICE = 2;
  private static final int DESCRIPTION = 3;
  private static final int RESOLUTION = 9;
  private static final int FLAGS = 2;
  private static final int INBOUND = 1;
  private static final int OUTBOUND = 2;
  private static final int SEEN = 4;
  private static final int DROPPED = 5;

  /** Comments on one frame; what is beyond goes to the frames that follow. */
  public static final int COMMENTS_MAX = 20;

  private static final int CHUNK_BYTES = 1 << 16;

  /** Not a channel: that would be closed when somebody interrupts the thread that writes. */
  private final OutputStream out;

  private final byte[] chunk = new byte[CHUNK_BYTES];
  private final PcapngBlocks blocks = new PcapngBlocks();
  private long written;

  private PcapngFile(OutputStream out) {
    this.out = out;
  }

  /**
   * Begins a file.
   *
   * @param about a comment on the whole of it
   * @throws IOException if there is such a file already, or it cannot be written
   */
  public static PcapngFile create(Path path, String about, List<Tap.Leg> legs) throws IOException {
    PcapngFile file = new PcapngFile(new FileOutputStream(Files.createFile(path).toFile()));
    try {
      file.begin(about, legs);
      file.flush();
      return file;
    } catch (IOException e) {
      file.out.close();
      throw e;
    }
  }

  private void begin(String about, List<Tap.Leg> legs) {
    blocks.begin(SECTION).word(BYTE_ORDER_MAGIC).two(MAJOR, MINOR).words(LENGTH_NOT_SAID);
    blocks.option(APPLICATION, "Bumpless").comment(about).end();
    for (Tap.Leg leg : legs) {
      blocks.begin(INTERFACE).two(ETHERNET, 0).word(NO_LIMIT);
      blocks.option(DEVICE, leg.device()).option(DESCRIPTION, leg.network());
      blocks.option(RESOLUTION, new byte[] {NANOSECONDS}).end();
    }
  }

  /**
   * Adds a frame.
   *
   * @param comments what is to be known about it, at most {@link #COMMENTS_MAX}
   * @throws IOException if the file cannot be written
   */
  public void add(Frame frame, List<String> comments) throws IOException {
    if (blocks.full()) {
      flush();
    }
    ByteBuffer bytes = frame.bytes().duplicate();
    blocks.begin(PACKET).word(frame.leg()).time(frame.epochNanos());
    blocks.word(bytes.remaining()).word(frame.length()).bytes(bytes);
    blocks.option(FLAGS, frame.outgoing() ? OUTBOUND : INBOUND);
    comments.forEach(blocks::comment);
    blocks.end();
  }

  /**
   * Says at the end how complete the file is.
   *
   * @param epochNanos when
   * @param counts of the tap while the file was written
   * @param comments what belongs to no frame, at most {@link #COMMENTS_MAX}
   * @throws IOException if the file cannot be written
   */
  public void finish(long epochNanos, Tap.Counts counts, List<String> comments) throws IOException {
    if (blocks.full()) {
      flush();
    }
    blocks.begin(STATISTICS).word(0).time(epochNanos);
    blocks.option(SEEN, counts.seen()).option(DROPPED, counts.dropped());
    comments.forEach(blocks::comment);
    blocks.end();
    flush();
  }

  /** Bytes so far. */
  public long size() {
    return written + blocks.pending();
  }

  private void flush() throws IOException {
    ByteBuffer taken = blocks.take();
    while (taken.hasRemaining()) {
      int bytes = Math.min(taken.remaining(), chunk.length);
      taken.get(chunk, 0, bytes);
      out.write(chunk, 0, bytes);
      written += bytes;
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }
}
