package org.bumpless.plant.file;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.SafetyFunction;
import org.bumpless.plant.model.SafetyFunction.FinalElement;
import org.bumpless.plant.model.SafetyFunction.Range;
import org.bumpless.plant.model.SafetyFunction.Trip;
import org.bumpless.plant.model.Voting;

/** Reads safety functions; what they are wired to belongs to them alone. */
final class SafetyReader {
  private final Registry<Asset> assets;
  private final Registry<SafetyFunction> functions;
  private final Problems problems;

  /** Every signal of a safety function, with the place of the word that named it first. */
  private final Map<String, Word> wired = new LinkedHashMap<>();

  SafetyReader(Registry<Asset> assets, Problems problems) {
    this.assets = assets;
    this.functions = new Registry<>("safety function", problems);
    this.problems = problems;
  }

  SafetyFunction function(Section section) throws Unusable {
    Word id = section.word("id");
    functions.declare(id);
    section.probe(
        this::sensors, this::elements, SafetyReader::trip, s -> s.positive("processSafetyTime"));
    Asset solver = assets.resolve(section.word("solver"));
    if (!(solver instanceof Asset.SafetyController)) {
      throw section.refuse(
          "solver", Quoted.of(solver.id().value()), "an asset of kind safety-controller");
    }
    Voting voting = section.choice("voting", Voting.class, Voting::label);
    List<String> sensors = sensors(section);
    if (sensors.size() == section.count("sensors") && sensors.size() != voting.sensors()) {
      throw section.refuse(
          "sensors",
          sensors.size() + " sensors with " + voting.label(),
          voting.sensors() + " of them");
    }
    Range range = range(section.section("range"));
    Trip trip = trip(section);
    if (!range.holds(trip.limit())) {
      throw section.refuse(
          key(trip.side()),
          trip.limit() + ", which no sound sensor shows",
          "a limit inside the range of " + range.low() + " to " + range.high());
    }
    return new SafetyFunction(
        id.text(),
        section.text("title"),
        solver.id(),
        sensors,
        range,
        voting,
        trip,
        section.has("delay") ? section.duration("delay") : Duration.ZERO,
        elements(section),
        section.has("bypassMax") ? section.duration("bypassMax") : Duration.ZERO,
        section.positive("processSafetyTime"));
  }

  private static String key(Trip.Side side) {
    return switch (side) {
      case ABOVE -> "tripAbove";
      case BELOW -> "tripBelow";
    };
  }

  private static Trip trip(Section section) throws Unusable {
    boolean above = section.has("tripAbove");
    if (above == section.has("tripBelow")) {
      throw section.refuse(
          "id", above ? "two limits" : "no limit", "one of tripAbove and tripBelow beside it");
    }
    Trip.Side side = above ? Trip.Side.ABOVE : Trip.Side.BELOW;
    return new Trip(side, section.number(key(side)));
  }

  private Range range(Section section) throws Unusable {
    Range range = new Range(section.number("low"), section.number("high"));
    if (!(range.low() < range.high())) {
      throw section.refuse("high", String.valueOf(range.high()), "more than " + range.low());
    }
    return range;
  }

  private List<String> sensors(Section section) {
    return Section.usable(section.words("sensors"), this::signal);
  }

  private List<FinalElement> elements(Section section) {
    return section.each(
        "finalElements",
        element ->
            new FinalElement(
                signal(element.word("signal")), element.number("normal"), element.number("safe")));
  }

  private String signal(Word signal) throws Unusable {
    int dot = signal.text().indexOf('.');
    Word device = new Word(signal.text().substring(0, Math.max(0, dot)), signal.place());
    if (!(assets.resolve(device) instanceof Asset.FieldDevice)) {
      problems.add(
          device.place(),
          Quoted.of(device.text()) + ", which is no field device",
          "an asset of kind field-device");
      throw new Unusable();
    }
    wired.putIfAbsent(signal.text(), signal);
    return signal.text();
  }

  /** Refuses what a SIS shares with control (IEC 61511-1, 11.2.4: independence). */
  void checkIndependence(List<Asset> all) {
    Set<String> told = new HashSet<>();
    for (Asset asset : all) {
      if (asset instanceof Asset.Controller controller) {
        for (String signal : controller.program().io().values()) {
          Word here = wired.get(signal);
          if (here != null && told.add(signal)) {
            problems.add(
                here.place(),
                Quoted.of(signal) + ", to which " + controller.id() + " is wired too",
                "a signal of its own: a SIS shares no sensor and no final element with control");
          }
        }
      }
    }
  }
}
