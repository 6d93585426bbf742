package org.bumpless.runner.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.SafetyTags;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.safety.LogicSolver;
import org.bumpless.plc.station.Historian;
import org.bumpless.plc.station.HistorianProvider;
import org.bumpless.plc.station.PollLog;

/** The historians of the plant file, recording. */
final class Historians implements AutoCloseable {
  private static final String DATABASE = "sqlite";
  private static final String NAME = "historian";

  private final Started started = new Started();
  private final Map<Asset.Historian, Historian> recording = new LinkedHashMap<>();

  /**
   * Starts them.
   *
   * @param folder where their files are made: {@code historian}, or one with its id for each if
   *     there are several
   * @param about what a reader of the files should know of the run
   * @param unitOf engineering unit of a process signal
   * @throws IOException if a file cannot be made; the message names it
   */
  Historians(
      Plant plant,
      Path folder,
      Map<String, String> about,
      UnaryOperator<String> unitOf,
      NanoClock clock)
      throws IOException {
    HistorianProvider provider =
        Providers.find(HistorianProvider.class, HistorianProvider::id, DATABASE, "historian");
    List<Asset.Historian> all = plant.assets(Asset.Historian.class);
    try {
      for (Asset.Historian historian : all) {
        String name = all.size() == 1 ? NAME : NAME + "-" + historian.id();
        List<Tag> tags = tags(plant, historian.records(), unitOf);
        recording.put(
            historian,
            started.add(
                provider.open(
                    new HistorianProvider.Settings(historian, tags, folder, name, about, clock))));
      }
    } catch (IOException e) {
      started.close();
      throw e;
    }
  }

  private static List<Tag> tags(Plant plant, AssetId recorded, UnaryOperator<String> unitOf) {
    List<Tag> told = SafetyTags.of(recorded, plant.safetyFunctions(), unitOf);
    return told.isEmpty() ? read(plant, recorded) : told;
  }

  /**
   * Lets safety controllers tell the historians that record them.
   *
   * @throws IOException if a port cannot be had
   */
  void listen(Plant plant, Fabric fabric, List<LogicSolver> solvers, NanoClock clock)
      throws IOException, InterruptedException {
    for (Map.Entry<Asset.Historian, Historian> entry : List.copyOf(recording.entrySet())) {
      AssetId recorded = entry.getKey().records();
      for (LogicSolver solver : solvers) {
        if (solver.id().equals(recorded)) {
          IslandTelling.Ends ends =
              new IslandTelling.Ends(
                  fabric.host(recorded),
                  fabric.host(entry.getKey().id()),
                  recorded,
                  solver::telegram,
                  SafetyTags.of(recorded, plant.safetyFunctions(), UnaryOperator.identity()));
          started.add(new IslandTelling(ends, entry.getValue(), clock));
        }
      }
    }
  }

  private static List<Tag> read(Plant plant, AssetId station) {
    return plant.flows().stream()
        .filter(f -> f.client().equals(station) && f.period().isPresent())
        .flatMap(f -> f.tags().stream())
        .distinct()
        .map(tag -> plant.tag(tag).orElseThrow())
        .toList();
  }

  /** A station's log that its historians are told of, too. */
  PollLog with(AssetId station, PollLog log) {
    List<PollLog> logs = new ArrayList<>(List.of(log));
    recording.forEach(
        (historian, its) -> {
          if (historian.records().equals(station)) {
            logs.add(its);
          }
        });
    return poll -> logs.forEach(l -> l.polled(poll));
  }

  /** What the files lack, one sentence for each historian that lacks something. */
  List<String> lacks() {
    List<String> lacks = new ArrayList<>();
    recording.forEach(
        (historian, its) -> {
          Historian.Account account = its.account();
          if (account.lost() > 0 || account.failure().isPresent()) {
            lacks.add(
                "historian %s has not recorded %d of %d polls: %s"
                    .formatted(
                        historian.id(),
                        account.lost(),
                        account.polls(),
                        account
                            .failure()
                            .orElse("its database could not keep up; table gap tells when")));
          }
        });
    return lacks;
  }

  @Override
  public void close() {
    started.close();
  }
}
