package org.bumpless.runner.doctor;

import java.util.Optional;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.operation.Operation;
import org.bumpless.runner.bench.RunningBench;
import org.bumpless.runner.wire.Sight;
import org.bumpless.scenario.bench.Call;
import org.bumpless.scenario.timing.LatencyJudge;

/** Makes a request on the plant's network and looks whether the bench's own tap sees it. */
final class TapLook {
  private final RunningBench bench;

  TapLook(RunningBench bench) {
    this.bench = bench;
  }

  /** What came of it, in words. */
  String told(Flow flow) throws InterruptedException {
    if (bench.wire().isEmpty()) {
      return "none: only a plant network of its own has a wire to look at";
    }
    Call call =
        new Call(
            flow.client(),
            flow.server(),
            flow.protocol(),
            Optional.of(bench.identities().asset(flow.client().value())),
            Call.Way.PRODUCT,
            true);
    return told(
        Sight.of(
            bench.wire().get(),
            flow,
            bench.session(call),
            new Operation.Read(flow.tags()),
            bench.clock()));
  }

  static String told(Sight sight) {
    return switch (sight) {
      case Sight.Unseen(String why) -> "do not work: " + why;
      case Sight.Seen seen
          when seen.stampedNanos() < seen.sentNanos() || seen.stampedNanos() > seen.doneNanos() ->
          "see requests, but the kernel's wall clock, which stamps them, is %s off that of this JVM"
              .formatted(LatencyJudge.millis(Math.abs(seen.stampedNanos() - seen.sentNanos())));
      case Sight.Seen seen ->
          "work: a request of the doctor's own came to the product's place %s after it was sent, %s before its answer had been read; stamped by the kernel (CLOCK_REALTIME)"
              .formatted(
                  LatencyJudge.millis(seen.stampedNanos() - seen.sentNanos()),
                  LatencyJudge.millis(seen.doneNanos() - seen.stampedNanos()));
    };
  }
}
