package org.bumpless.runner.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.network.choice.Fabrics;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.runner.bench.BenchBuilder;
import org.bumpless.runner.bench.Enterable;
import org.bumpless.runner.bench.Guest;
import org.bumpless.runner.bench.RunningBench;
import org.bumpless.runner.realtime.RealTime;
import org.bumpless.scenario.history.History;
import org.bumpless.scenario.profile.Profile;

/** A plant with its stations and nothing else, for a person to look at and try things on. */
public final class PlantRun {
  private static final Duration FORGET_EVERY = Duration.ofSeconds(1);

  private final Plant plant;
  private final Sut none;
  private final Profile profile;
  private final long seed;
  private final Fabrics.Choice fabric;

  /**
   * @param none the product that is none: what the stations go through
   */
  public PlantRun(Plant plant, Sut none, Profile profile, long seed, Fabrics.Choice fabric) {
    this.plant = plant;
    this.none = none;
    this.profile = profile;
    this.seed = seed;
    this.fabric = fabric;
  }

  /**
   * Starts the plant, tells its addresses, and stops it when the time is over or the thread is
   * interrupted.
   *
   * @param length empty for no end of its own
   * @param out folder in which the run's own folder is made
   * @throws InterruptedException if interrupted before the plant was up
   */
  public void run(Optional<Duration> length, Path out, PrintWriter terminal)
      throws InterruptedException {
    NanoClock clock = new org.bumpless.plant.engine.clock.RealClock();
    RunFolder folder = RunFolder.create(out, clock.instant(), "plant", seed);
    try (HistoryWriter writer = new HistoryWriter(folder.file("history.ndjson"))) {
      History history = new History(writer::add);
      BenchBuilder builder =
          new BenchBuilder(
              plant,
              none,
              profile,
              seed,
              fabric.kind(),
              folder.path(),
              history,
              RealTime.ordinary());
      try (RunningBench bench = builder.start()) {
        welcome(bench.guest(), folder.file(Guest.NAME));
        tell(bench, folder, length, terminal);
        stay(bench.clock(), length, history);
        bench.unrecorded().forEach(terminal::println);
      }
    }
    terminal.println("stopped; what was recorded is in " + folder.path());
    terminal.flush();
  }

  private static void welcome(Guest guest, Path place) {
    try {
      guest.write(place);
    } catch (IOException e) {
      throw RunFolder.unwritable(place, e);
    }
  }

  private void tell(
      RunningBench bench, RunFolder folder, Optional<Duration> length, PrintWriter terminal) {
    List<Enterable> hosts = bench.hosts();
    terminal.println(plant.title() + ", without a product:");
    terminal.println();
    AddressTable.lines(bench.served()).forEach(terminal::println);
    terminal.println();
    if (!hosts.isEmpty()) {
      AddressTable.hosts(hosts).forEach(terminal::println);
      terminal.println();
    }
    AddressTable.example(plant, bench.served(), hosts)
        .ifPresent(line -> terminal.println("try:      " + line));
    terminal.println("network:  " + fabric.inWords());
    terminal.println(
        "guest:    %s, a certificate and a login for a client of your own (OPC UA, Modbus/TCP Security)"
            .formatted(folder.file(Guest.NAME)));
    terminal.println("recorded: " + folder.path());
    terminal.println(
        length
            .map(l -> "stops:    after " + l.toMillis() / 1000.0 + " s, or with Ctrl-C")
            .orElse("stops:    with Ctrl-C"));
    terminal.flush();
  }

  private static void stay(NanoClock clock, Optional<Duration> length, History history) {
    long end = length.map(l -> clock.nanos() + l.toNanos()).orElse(Long.MAX_VALUE);
    try {
      while (clock.nanos() < end) {
        clock.awaitUntil(Math.min(end, clock.nanos() + FORGET_EVERY.toNanos()));
        history.forgetAll();
      }
    } catch (InterruptedException e) {
      // Ctrl-C is the way to end this command: the caller stops the plant now.
      history.forgetAll();
    }
  }
}
