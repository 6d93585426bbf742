package org.bumpless.scenario.decision;

import static org.bumpless.scenario.decision.Fact.AT_L1;
import static org.bumpless.scenario.decision.Fact.CONTROLS_AND_OTHERS;
import static org.bumpless.scenario.decision.Fact.CONTROLS_ENGINEERING;
import static org.bumpless.scenario.decision.Fact.ENGINEER;
import static org.bumpless.scenario.decision.Fact.FIRST_MOMENT;
import static org.bumpless.scenario.decision.Fact.FLOW_NONE;
import static org.bumpless.scenario.decision.Fact.FLOW_READS;
import static org.bumpless.scenario.decision.Fact.FLOW_READS_AND_WRITES;
import static org.bumpless.scenario.decision.Fact.HEALTHY_DEVICE;
import static org.bumpless.scenario.decision.Fact.INSIDE_WINDOW;
import static org.bumpless.scenario.decision.Fact.LAST_NANOSECOND;
import static org.bumpless.scenario.decision.Fact.LAST_SECOND;
import static org.bumpless.scenario.decision.Fact.LEAD_ENGINEER;
import static org.bumpless.scenario.decision.Fact.MODBUS_TCP;
import static org.bumpless.scenario.decision.Fact.NO_GROUP;
import static org.bumpless.scenario.decision.Fact.NO_ROLE;
import static org.bumpless.scenario.decision.Fact.NO_SECOND_FACTOR;
import static org.bumpless.scenario.decision.Fact.NO_TICKET;
import static org.bumpless.scenario.decision.Fact.PERSON;
import static org.bumpless.scenario.decision.Fact.READS;
import static org.bumpless.scenario.decision.Fact.SECOND_FACTOR;
import static org.bumpless.scenario.decision.Fact.SL1;
import static org.bumpless.scenario.decision.Fact.SL2;
import static org.bumpless.scenario.decision.Fact.SL3;
import static org.bumpless.scenario.decision.Fact.THIS_CONTROLLER;
import static org.bumpless.scenario.decision.Fact.VALID_CERTIFICATE;
import static org.bumpless.scenario.decision.Fact.WORKLOAD;
import static org.bumpless.scenario.decision.Fact.WRITES;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the reference policy of a plant means, stated once: whatever fits no row is denied (deny by
 * default, IEC 62443-3-3 SR 5.2 RE 1).
 *
 * <p>It is the meaning of {@code scenarios/suts/reference/policies/plant.cedar}, where each
 * condition stands with its source.
 */
public final class PlantPolicy {
  private static final Set<Fact> MAINTENANCE =
      EnumSet.of(
          PERSON,
          SECOND_FACTOR,
          VALID_CERTIFICATE,
          CONTROLS_ENGINEERING,
          CONTROLS_AND_OTHERS,
          HEALTHY_DEVICE,
          AT_L1,
          SL1,
          SL2,
          SL3,
          FIRST_MOMENT,
          INSIDE_WINDOW,
          LAST_SECOND,
          LAST_NANOSECOND);

  private static final Set<Fact> STANDING_BUSINESS =
      EnumSet.of(WORKLOAD, VALID_CERTIFICATE, HEALTHY_DEVICE);

  private static final Question AN_ENGINEER =
      Question.of(
          PERSON,
          SECOND_FACTOR,
          VALID_CERTIFICATE,
          CONTROLS_ENGINEERING,
          LEAD_ENGINEER,
          HEALTHY_DEVICE,
          THIS_CONTROLLER,
          AT_L1,
          SL2,
          READS,
          MODBUS_TCP,
          INSIDE_WINDOW,
          FLOW_NONE);

  private static final Question A_STATION =
      Question.of(
          WORKLOAD,
          NO_SECOND_FACTOR,
          VALID_CERTIFICATE,
          NO_GROUP,
          NO_ROLE,
          HEALTHY_DEVICE,
          THIS_CONTROLLER,
          AT_L1,
          SL2,
          READS,
          MODBUS_TCP,
          NO_TICKET,
          FLOW_READS_AND_WRITES);

  private static final List<Row> TABLE =
      List.of(
          new Row(
              "maintenance, reading", and(MAINTENANCE, READS), AN_ENGINEER.with(ENGINEER), true),
          new Row(
              "maintenance, writing",
              and(MAINTENANCE, WRITES, LEAD_ENGINEER),
              AN_ENGINEER.with(WRITES),
              true),
          new Row(
              "standing business, reading",
              and(STANDING_BUSINESS, READS, FLOW_READS, FLOW_READS_AND_WRITES),
              A_STATION.with(FLOW_READS),
              false),
          new Row(
              "standing business, writing",
              and(STANDING_BUSINESS, WRITES, FLOW_READS_AND_WRITES),
              A_STATION.with(WRITES),
              false));

  private PlantPolicy() {}

  /**
   * One kind of business that is permitted.
   *
   * @param cells the facts that will do; an attribute without any here makes no difference
   * @param typical a question that fits
   * @param windowed whether a permit ends with the window of the ticket
   */
  public record Row(String business, Set<Fact> cells, Question typical, boolean windowed) {
    public Row {
      cells = Set.copyOf(cells);
      if (!missing(cells, typical).isEmpty()) {
        throw new IllegalArgumentException(business + ": its own typical question does not fit");
      }
    }

    /** The facts of a question that will not do here. */
    public List<Fact> missing(Question question) {
      return missing(cells, question);
    }

    private static List<Fact> missing(Set<Fact> cells, Question question) {
      return question.facts().stream()
          .filter(fact -> !cells.contains(fact))
          .filter(fact -> cells.stream().anyMatch(cell -> cell.attribute() == fact.attribute()))
          .toList();
    }
  }

  /** The table. */
  public static List<Row> rows() {
    return TABLE;
  }

  /** The row that permits a question; empty if it is to be denied. */
  public static Optional<Row> permits(Question question) {
    return TABLE.stream().filter(row -> row.missing(question).isEmpty()).findFirst();
  }

  /** The row to whose typical question a question is most alike. */
  static Row nearest(Question question) {
    return TABLE.stream()
        .min(Comparator.comparingInt(row -> question.beyond(row.typical()).size()))
        .orElseThrow();
  }

  private static Set<Fact> and(Set<Fact> common, Fact... own) {
    Set<Fact> all = EnumSet.copyOf(common);
    all.addAll(List.of(own));
    return all;
  }
}
