package org.bumpless.scenario.decision;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.AccessRequest.DeclaredFlow;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;

/**
 * One value of an attribute, with the neighbours that careless policies take for it: the group in
 * capitals, the first nanosecond after the window.
 */
public enum Fact {
  PERSON(Attribute.SUBJECT, "a person", d -> d.subject(Subject.Kind.PERSON)),
  WORKLOAD(Attribute.SUBJECT, "a station", d -> d.subject(Subject.Kind.WORKLOAD)),
  STRANGER(
      Attribute.SUBJECT,
      "somebody whom the directory does not know",
      d -> d.subject(Subject.Kind.UNKNOWN)),

  SECOND_FACTOR(Attribute.FACTOR, "with a second factor", d -> d.factor(true)),
  NO_SECOND_FACTOR(Attribute.FACTOR, "without a second factor", d -> d.factor(false)),

  VALID_CERTIFICATE(Attribute.CERTIFICATE, "with a valid certificate", d -> d.certificate(true)),
  NO_VALID_CERTIFICATE(
      Attribute.CERTIFICATE, "without a valid certificate", d -> d.certificate(false)),

  CONTROLS_ENGINEERING(
      Attribute.GROUPS, "of controls-engineering", d -> d.groups("controls-engineering")),
  CONTROLS_AND_OTHERS(
      Attribute.GROUPS,
      "of controls-engineering and staff",
      d -> d.groups("controls-engineering", "staff")),
  ACCOUNTING(Attribute.GROUPS, "of accounting", d -> d.groups("accounting")),
  GROUP_IN_CAPITALS(
      Attribute.GROUPS,
      "of Controls-Engineering (in capitals)",
      d -> d.groups("Controls-Engineering")),
  GROUP_THAT_BEGINS_ALIKE(
      Attribute.GROUPS,
      "of controls-engineering-guests",
      d -> d.groups("controls-engineering-guests")),
  NO_GROUP(Attribute.GROUPS, "of no group", d -> d.groups()),

  LEAD_ENGINEER(Attribute.ROLE, "as lead-engineer", d -> d.role("lead-engineer")),
  ENGINEER(Attribute.ROLE, "as engineer", d -> d.role("engineer")),
  OPERATOR(Attribute.ROLE, "as operator", d -> d.role("operator")),
  ROLE_IN_CAPITALS(Attribute.ROLE, "as Lead-Engineer (in capitals)", d -> d.role("Lead-Engineer")),
  ROLE_THAT_BEGINS_ALIKE(
      Attribute.ROLE, "as lead-engineer-trainee", d -> d.role("lead-engineer-trainee")),
  NO_ROLE(Attribute.ROLE, "without a role", d -> d.role("")),

  HEALTHY_DEVICE(Attribute.DEVICE, "at a healthy device", d -> d.device(true)),
  UNHEALTHY_DEVICE(
      Attribute.DEVICE, "at a device that endpoint detection calls infected", d -> d.device(false)),

  THIS_CONTROLLER(Attribute.ASSET, "the controller", Draft::thisController),
  ANOTHER_CONTROLLER(Attribute.ASSET, "another controller", Draft::anotherController),

  AT_L1(Attribute.LEVEL, "at L1", d -> d.level(PurdueLevel.L1)),
  AT_L0(Attribute.LEVEL, "at L0", d -> d.level(PurdueLevel.L0)),
  AT_L2(Attribute.LEVEL, "at L2", d -> d.level(PurdueLevel.L2)),
  AT_L3(Attribute.LEVEL, "at L3", d -> d.level(PurdueLevel.L3)),
  AT_L3_5(Attribute.LEVEL, "at L3.5", d -> d.level(PurdueLevel.L3_5)),
  AT_L4(Attribute.LEVEL, "at L4", d -> d.level(PurdueLevel.L4)),
  AT_L5(Attribute.LEVEL, "at L5", d -> d.level(PurdueLevel.L5)),

  SL1(Attribute.TARGET, "of SL-T 1", d -> d.target(SecurityLevel.SL1)),
  SL2(Attribute.TARGET, "of SL-T 2", d -> d.target(SecurityLevel.SL2)),
  SL3(Attribute.TARGET, "of SL-T 3", d -> d.target(SecurityLevel.SL3)),
  SL4(Attribute.TARGET, "of SL-T 4", d -> d.target(SecurityLevel.SL4)),

  READS(Attribute.ACTION, "reads", d -> d.action(Action.READ)),
  WRITES(Attribute.ACTION, "writes", d -> d.action(Action.WRITE)),

  MODBUS_TCP(Attribute.PROTOCOL, "over modbus-tcp", d -> d.protocol(Protocol.MODBUS_TCP)),
  MODBUS_SECURITY(
      Attribute.PROTOCOL, "over modbus-security", d -> d.protocol(Protocol.MODBUS_SECURITY)),
  OPC_UA(Attribute.PROTOCOL, "over opc-ua", d -> d.protocol(Protocol.OPC_UA)),
  S7(Attribute.PROTOCOL, "over s7", d -> d.protocol(Protocol.S7)),

  INSIDE_WINDOW(
      Attribute.TICKET,
      "in the midst of the window of a change ticket",
      d -> d.ticket(Spans.HOUR.negated(), Spans.HOUR)),
  FIRST_MOMENT(
      Attribute.TICKET,
      "in the first moment of the window",
      d -> d.ticket(Duration.ZERO, Spans.HOUR)),
  LAST_SECOND(
      Attribute.TICKET,
      "a second before the window closes",
      d -> d.ticket(Spans.HOUR.negated(), Spans.SECOND)),
  LAST_NANOSECOND(
      Attribute.TICKET,
      "a nanosecond before the window closes",
      d -> d.ticket(Spans.HOUR.negated(), Spans.NANO)),
  NO_TICKET(Attribute.TICKET, "without a change ticket", Draft::noTicket),
  LONG_BEFORE(
      Attribute.TICKET,
      "a day before the window opens",
      d -> d.ticket(Spans.DAY, Spans.DAY.plus(Spans.HOUR))),
  SECOND_BEFORE(
      Attribute.TICKET,
      "a second before the window opens",
      d -> d.ticket(Spans.SECOND, Spans.HOUR)),
  NANOSECOND_BEFORE(
      Attribute.TICKET,
      "a nanosecond before the window opens",
      d -> d.ticket(Spans.NANO, Spans.HOUR)),
  AT_CLOSE(
      Attribute.TICKET,
      "at the very moment when the window closes",
      d -> d.ticket(Spans.HOUR.negated(), Duration.ZERO)),
  NANOSECOND_AFTER(
      Attribute.TICKET,
      "a nanosecond after the window has closed",
      d -> d.ticket(Spans.HOUR.negated(), Spans.NANO.negated())),
  SECOND_AFTER(
      Attribute.TICKET,
      "a second after the window has closed",
      d -> d.ticket(Spans.HOUR.negated(), Spans.SECOND.negated())),
  LONG_AFTER(
      Attribute.TICKET,
      "a day after the window has closed",
      d -> d.ticket(Spans.DAY.plus(Spans.HOUR).negated(), Spans.DAY.negated())),
  EMPTY_WINDOW(
      Attribute.TICKET,
      "with a ticket whose window closes when it opens, now",
      d -> d.ticket(Duration.ZERO, Duration.ZERO)),
  BACKWARD_WINDOW(
      Attribute.TICKET,
      "with a ticket whose window closes before it opens",
      d -> d.ticket(Spans.HOUR, Spans.HOUR.negated())),

  FLOW_NONE(Attribute.FLOW, "by no declared flow", d -> d.flow(DeclaredFlow.NONE)),
  FLOW_READS(Attribute.FLOW, "by a declared flow that reads", d -> d.flow(DeclaredFlow.READS)),
  FLOW_READS_AND_WRITES(
      Attribute.FLOW,
      "by a declared flow that reads and writes",
      d -> d.flow(DeclaredFlow.READS_AND_WRITES));

  private final Attribute attribute;
  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // the lambdas above hold nothing
  private final Consumer<Draft> pen;

  Fact(Attribute attribute, String words, Consumer<Draft> pen) {
    this.attribute = attribute;
    this.words = words;
    this.pen = pen;
  }

  public Attribute attribute() {
    return attribute;
  }

  /** As it stands in a sentence about a question. */
  public String words() {
    return words;
  }

  void writeInto(Draft draft) {
    pen.accept(draft);
  }

  /** All facts of an attribute. */
  public static List<Fact> of(Attribute attribute) {
    return Arrays.stream(values()).filter(fact -> fact.attribute == attribute).toList();
  }

  /** A constant of the enum itself would not be there yet when its first values are made. */
  private static final class Spans {
    private static final Duration NANO = Duration.ofNanos(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
  }
}
