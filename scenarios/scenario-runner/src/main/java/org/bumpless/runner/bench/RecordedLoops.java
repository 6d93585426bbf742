package org.bumpless.runner.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plc.scan.VirtualController;
import org.bumpless.scenario.bench.Loops;
import org.bumpless.scenario.process.Loop;
import org.bumpless.scenario.process.LoopFare;

/**
 * The control loops of the plant, recorded ten times a second: the truth of what is controlled
 * beside the set-point and the alarms of the controller's process image.
 */
public final class RecordedLoops implements Loops {
  private static final long EVERY_NANOS = 100_000_000L;

  /** Longer than any scenario takes. */
  private static final int SAMPLES_MAX = 6_000;

  private final ProcessModel model;
  private final List<Watched> watched;
  private long nextNanos = Long.MIN_VALUE;

  public RecordedLoops(ProcessModel model, List<VirtualController> controllers) {
    this.model = model;
    this.watched =
        controllers.stream()
            .flatMap(controller -> Loop.of(controller.asset()).stream().map(l -> of(l, controller)))
            .toList();
  }

  private Watched of(Loop loop, VirtualController controller) {
    return new Watched(
        loop,
        controller,
        model.index(loop.signal()),
        slot(controller, loop.setPoint()),
        loop.alarms().stream().map(alarm -> slot(controller, alarm)).toList());
  }

  private static int slot(VirtualController controller, String tag) {
    return IntStream.range(0, controller.tags().size())
        .filter(slot -> controller.tags().get(slot).id().name().equals(tag))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    controller.asset().id() + " has no tag " + tag + " for its loop"));
  }

  /** Called after each scan, on the scan thread. */
  public void afterScan(long nanos) {
    if (nanos < nextNanos) {
      return;
    }
    nextNanos = nanos + EVERY_NANOS;
    watched.forEach(its -> its.sample(nanos, model));
  }

  @Override
  public List<LoopFare> since(long nanos) {
    return watched.stream().map(its -> its.since(nanos)).flatMap(Optional::stream).toList();
  }

  /** One loop with what is remembered of it; all room is taken at the start. */
  private static final class Watched {
    private final Loop loop;
    private final VirtualController controller;
    private final int signal;
    private final int setPointSlot;
    private final List<Integer> alarmSlots;
    private final long[] times = new long[SAMPLES_MAX];
    private final double[] values = new double[SAMPLES_MAX];
    private final double[] setPoints = new double[SAMPLES_MAX];
    private final BitSet alarms;
    private long count;

    Watched(
        Loop loop,
        VirtualController controller,
        int signal,
        int setPointSlot,
        List<Integer> alarmSlots) {
      this.loop = loop;
      this.controller = controller;
      this.signal = signal;
      this.setPointSlot = setPointSlot;
      this.alarmSlots = alarmSlots;
      this.alarms = new BitSet(SAMPLES_MAX * alarmSlots.size());
    }

    synchronized void sample(long nanos, ProcessModel model) {
      int place = (int) (count++ % SAMPLES_MAX);
      times[place] = nanos;
      values[place] = model.truth(signal);
      setPoints[place] = controller.read(setPointSlot).number();
      for (int alarm = 0; alarm < alarmSlots.size(); alarm++) {
        boolean there = controller.read(alarmSlots.get(alarm)).number() != 0;
        alarms.set(place * alarmSlots.size() + alarm, there);
      }
    }

    Optional<LoopFare> since(long nanos) {
      List<LoopFare.Sample> found = samples(nanos);
      return found.isEmpty() ? Optional.empty() : Optional.of(LoopFare.of(loop, found));
    }

    /** Oldest first; the scan waits while they are taken, so no older one is looked at. */
    private synchronized List<LoopFare.Sample> samples(long nanos) {
      long first = count;
      long oldest = Math.max(0, count - SAMPLES_MAX);
      while (first > oldest && times[(int) ((first - 1) % SAMPLES_MAX)] >= nanos) {
        first--;
      }
      List<LoopFare.Sample> found = new ArrayList<>();
      for (long i = first; i < count; i++) {
        int place = (int) (i % SAMPLES_MAX);
        found.add(
            new LoopFare.Sample(times[place], values[place], setPoints[place], alarmsAt(place)));
      }
      return found;
    }

    private List<Boolean> alarmsAt(int place) {
      return IntStream.range(0, alarmSlots.size())
          .mapToObj(alarm -> alarms.get(place * alarmSlots.size() + alarm))
          .toList();
    }
  }
}
