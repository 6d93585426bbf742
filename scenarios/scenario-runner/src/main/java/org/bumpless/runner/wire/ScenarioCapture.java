package org.bumpless.runner.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.bumpless.plant.network.tap.Frame;
import org.bumpless.plant.network.tap.FrameSink;
import org.bumpless.plant.network.tap.PcapngFile;
import org.bumpless.plant.network.tap.Tap;

/**
 * Writes the frames of one scenario down, each with what was noted since the one before. Frames
 * come on the tap's thread, notes on any.
 */
final class ScenarioCapture implements FrameSink, AutoCloseable {
  /** More than is ever noted between two frames; what is beyond is in the history. */
  private static final int NOTES_MAX = 4_096;

  private final PcapngFile file;
  private final long bytesMax;
  private final Queue<Note> notes = new ArrayBlockingQueue<>(NOTES_MAX);
  private long frames;
  private long leftOut;
  private Optional<IOException> failure = Optional.empty();

  /**
   * @param file belongs to this object from now on
   * @param bytesMax frames beyond are counted and left out
   */
  ScenarioCapture(PcapngFile file, long bytesMax) {
    this.file = file;
    this.bytesMax = bytesMax;
  }

  /** Something to be known about the frames from a moment on. */
  private record Note(long epochNanos, String text) {}

  void note(long epochNanos, String text) {
    notes.offer(new Note(epochNanos, text));
  }

  @Override
  public synchronized void frame(Frame frame) {
    if (failure.isPresent() || file.size() >= bytesMax) {
      leftOut++;
      return;
    }
    try {
      file.add(frame, due(frame.epochNanos()));
      frames++;
    } catch (IOException e) {
      failure = Optional.of(e);
      leftOut++;
    }
  }

  /**
   * Ends the file.
   *
   * @param counts of the tap while this listened
   * @throws IOException if the file could not be written, now or before
   */
  synchronized void finish(long epochNanos, Tap.Counts counts) throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (leftOut > 0) {
      note(epochNanos, leftOut + " frames more are left out, the file would grow too large");
    }
    file.finish(epochNanos, counts, due(Long.MAX_VALUE));
  }

  synchronized long frames() {
    return frames;
  }

  synchronized long leftOut() {
    return leftOut;
  }

  private List<String> due(long epochNanos) {
    List<String> due = new ArrayList<>();
    for (Note next = notes.peek();
        next != null && next.epochNanos() <= epochNanos && due.size() < PcapngFile.COMMENTS_MAX;
        next = notes.peek()) {
      due.add(next.text());
      notes.remove();
    }
    return due;
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
