package org.bumpless.plant.file;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bumpless.plant.model.Budget;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.Zone;

/**
 * Reads conduits, and refuses enforcement where it must never stand: between L1 and L0, and in the
 * loop of a SIS (IEC 62443-3-3, 4.2; IEC 61511-1, 11.2).
 */
final class ConduitReader {
  /** What a conduit may cost in which nothing stands. */
  private static final Budget NOTHING =
      new Budget(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  private final Registry<Zone> zones;
  private final Registry<Conduit> conduits;
  private final Problems problems;
  private final Map<List<Zone>, ConduitId> byEnds = new HashMap<>();

  ConduitReader(Registry<Zone> zones, Registry<Conduit> conduits, Problems problems) {
    this.zones = zones;
    this.conduits = conduits;
    this.problems = problems;
  }

  Conduit conduit(Section section) throws Unusable {
    Word id = section.word("id");
    conduits.declare(id);
    section.probe(this::from, this::to, ConduitReader::budget);
    ConduitId name = section.name("id", ConduitId::new);
    Zone from = from(section);
    Zone to = to(section);
    Enforcement enforcement = enforcement(section);
    checkEnds(section, name, from, to);
    if (from.safety() || to.safety()) {
      checkIsland(section.placeOf("enforcement"), enforcement, from, to);
    } else if (enforcement == Enforcement.PEP) {
      checkPlaceOfPep(section.placeOf("enforcement"), from, to);
    }
    Conduit conduit = new Conduit(name, from.id(), to.id(), enforcement, budget(section));
    conduits.define(id, conduit);
    return conduit;
  }

  private Zone from(Section section) throws Unusable {
    return zones.resolve(section.word("from"));
  }

  private Zone to(Section section) throws Unusable {
    return zones.resolve(section.word("to"));
  }

  private static Enforcement enforcement(Section section) throws Unusable {
    return section.choice("enforcement", Enforcement.class, e -> e.name().toLowerCase(Locale.ROOT));
  }

  private static Budget budget(Section section) throws Unusable {
    if (enforcement(section) == Enforcement.PEP) {
      Section budget = budgetOfPep(section);
      budget.probe(
          b -> b.positive("addedP50Max"),
          b -> b.positive("addedP999Max"),
          b -> b.positive("setupMax"));
      return new Budget(
          budget.positive("addedP50Max"),
          budget.positive("addedP999Max"),
          budget.positive("setupMax"),
          budget.positive("revokeMax"));
    }
    if (section.has("budget")) {
      throw section.refuse(
          "budget",
          "a budget where nothing is enforced",
          "no budget here, or enforcement: pep above it");
    }
    return NOTHING;
  }

  private static Section budgetOfPep(Section section) throws Unusable {
    if (!section.has("budget")) {
      throw section.refuse(
          "enforcement",
          "pep without a budget",
          "key budget beside it with addedP50Max, addedP999Max, setupMax, revokeMax");
    }
    return section.section("budget");
  }

  private void checkEnds(Section section, ConduitId name, Zone from, Zone to) throws Unusable {
    if (from.equals(to)) {
      throw section.refuse(
          "to", "zone " + Quoted.of(to.id().value()) + " at both ends", "another zone");
    }
    ConduitId first = byEnds.putIfAbsent(List.of(from, to), name);
    if (first != null) {
      throw section.refuse(
          "to",
          "a second conduit from " + from.id() + " to " + to.id(),
          "one: a conduit is the only way between two zones, and " + first + " is there already");
    }
  }

  /** A SIS has its own wires, and at most a diode out of it (IEC 62443-3-2 ZCR 3.3). */
  private void checkIsland(Place place, Enforcement enforcement, Zone from, Zone to) {
    String safety = Quoted.of((from.safety() ? from : to).id().value());
    boolean wires = from.level() == PurdueLevel.L0 || to.level() == PurdueLevel.L0;
    switch (enforcement) {
      case PEP ->
          problems.add(
              place,
              "a PEP at the safety zone " + safety,
              "enforcement: none or diode: nothing may stand in the loop of a SIS");
      case NONE -> {
        if (!wires && !(from.safety() && to.safety())) {
          problems.add(
              place,
              "an open way at the safety zone " + safety,
              "enforcement: diode, out of the safety zone: a SIS is an island");
        }
      }
      case DIODE -> {
        if (to.safety()) {
          problems.add(
              place,
              "a diode into the safety zone " + safety,
              "a diode out of it: a SIS is an island");
        }
      }
    }
  }

  private void checkPlaceOfPep(Place place, Zone from, Zone to) {
    if (between(PurdueLevel.L1, PurdueLevel.L0, from, to)) {
      problems.add(
          place,
          "a PEP between L1 and L0 (" + from.id() + " to " + to.id() + ")",
          "enforcement: none, and the PEP in a conduit that leads to L1 from above");
    }
  }

  private static boolean between(PurdueLevel one, PurdueLevel other, Zone from, Zone to) {
    return from.level() == one && to.level() == other || from.level() == other && to.level() == one;
  }
}
