package org.bumpless.pdp.cedar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.AccessRequest.DeclaredFlow;
import org.bumpless.adapter.pdp.AccessRequest.Ticket;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Deny;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pdp.Subject.Kind;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped policy, row by row. */
@TestInstance(Lifecycle.PER_CLASS)
class PlantPolicyTest {
  private static final Duration NANO = Duration.ofNanos(1);
  private static final Duration USUAL = Duration.ofSeconds(5);

  private PolicyDecisionPoint whole;
  private PolicyDecisionPoint permitsAlone;

  @BeforeAll
  void load(@TempDir Path folder) throws Exception {
    whole = ShippedPolicy.whole();
    permitsAlone = ShippedPolicy.only(source -> source.contains("permit ("), folder);
  }

  @AfterAll
  void close() {
    whole.close();
    permitsAlone.close();
  }

  static Stream<Arguments> permitted() {
    Asked read = Asked.engineer(Action.READ);
    Asked write = Asked.engineer(Action.WRITE);
    Asked stationReads = Asked.station(Action.READ);
    Asked stationWrites = Asked.station(Action.WRITE);
    return Stream.of(
        row("lead engineer reads", read),
        row("lead engineer writes", write),
        row("engineer without a role reads", read.role("")),
        row("engineer of that group only", write.groups(Set.of("controls-engineering"))),
        row("SL-T 1", write.target(SecurityLevel.SL1)),
        row("SL-T 3", write.target(SecurityLevel.SL3)),
        row("first moment of the window", write.now(Asked.OPENS)),
        row("last moment of the window", write.now(Asked.CLOSES.minus(NANO))),
        row("a declared flow takes nothing away", write.flow(DeclaredFlow.READS)),
        row("station reads", stationReads),
        row("station writes", stationWrites),
        row("station reads by a flow that reads", stationReads.flow(DeclaredFlow.READS)),
        row("station needs no second factor", stationWrites.mfa(false)),
        row("station with a closed ticket", stationWrites.ticket(closedTicket())),
        row("station at L2", stationWrites.level(PurdueLevel.L2)),
        row("station in SL-T 4 reads", stationReads.target(SecurityLevel.SL4)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("permitted")
  void permits(String name, Asked asked) {
    Scope scope = asked.action() == Action.WRITE ? Scope.READ_WRITE : Scope.READ_ONLY;

    assertThat(decide(whole, asked))
        .as(name)
        .isInstanceOfSatisfying(Permit.class, p -> assertThat(p.scope()).isEqualTo(scope));
    assertThat(decide(permitsAlone, asked)).as(name).isEqualTo(decide(whole, asked));
  }

  static Stream<Arguments> denied() {
    return Stream.concat(deniedEngineers(), deniedStations());
  }

  private static Stream<Arguments> deniedEngineers() {
    Asked read = Asked.engineer(Action.READ);
    Asked write = Asked.engineer(Action.WRITE);
    return Stream.of(
        row("no second factor", read.mfa(false), "no second factor in this shift"),
        row("certificate", read.svidValid(false), "the certificate is not valid"),
        row("device", read.edrHealthy(false), "endpoint detection does not call"),
        row("other group", read.groups(Set.of("staff")), "not a member of controls-engineering"),
        row("no group", read.groups(Set.of()), "not a member of controls-engineering"),
        row("group in capitals", read.groups(Set.of("Controls-Engineering")), "not a member"),
        row("no role writes", write.role(""), "writing is for the role lead-engineer"),
        row("other role writes", write.role("operator"), "writing is for the role lead-engineer"),
        row("role with a blank", write.role("lead-engineer "), "writing is for the role"),
        row("SL-T 4", read.target(SecurityLevel.SL4), "no maintenance in a zone of SL-T 4"),
        row("no ticket", read.ticket(Optional.empty()), "no change ticket names"),
        row("a nanosecond early", read.now(Asked.OPENS.minus(NANO)), "has not opened yet"),
        row("at its close", read.now(Asked.CLOSES), "the change window has closed"),
        row("a year late", read.now(Asked.CLOSES.plus(Duration.ofDays(365))), "has closed"),
        row("window of no length", read.ticket(emptyWindow()), "the change window has closed"),
        row("unknown subject", read.kind(Kind.UNKNOWN), "directory does not know"),
        row("engineer's rights for a station", read.kind(Kind.WORKLOAD), "declares no such flow"),
        row(
            "two things wrong",
            write.mfa(false).role(""),
            "no second factor in this shift; writing is for the role lead-engineer"));
  }

  private static Stream<Arguments> deniedStations() {
    Asked read = Asked.station(Action.READ);
    Asked write = Asked.station(Action.WRITE);
    return Stream.of(
        row("station, certificate", read.svidValid(false), "the certificate is not valid"),
        row("station, device", read.edrHealthy(false), "endpoint detection does not call"),
        row("station, no flow", read.flow(DeclaredFlow.NONE), "declares no such flow"),
        row("station writes, flow reads", write.flow(DeclaredFlow.READS), "only reads"),
        row("person on a station's flow", write.kind(Kind.PERSON), "no change ticket names"),
        row("unknown on a station's flow", write.kind(Kind.UNKNOWN), "directory does not know"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("denied")
  void denies(String name, Asked asked, String reason) {
    assertThat(decide(whole, asked))
        .as(name)
        .isInstanceOfSatisfying(Deny.class, d -> assertThat(d.reason()).contains(reason));
    assertThat(decide(permitsAlone, asked))
        .as("%s, without the forbids", name)
        .isEqualTo(new Deny("no policy permits it"));
  }

  @ParameterizedTest
  @EnumSource(PurdueLevel.class)
  void maintenanceIsForL1Only(PurdueLevel level) {
    for (Action action : Action.values()) {
      Decision decision = decide(whole, Asked.engineer(action).level(level));
      assertThat(decision instanceof Permit).isEqualTo(level == PurdueLevel.L1);
      assertThat(decide(permitsAlone, Asked.engineer(action).level(level)) instanceof Permit)
          .isEqualTo(level == PurdueLevel.L1);
    }
  }

  @Test
  void aPermitHoldsUntilTheTicketClosesOrFiveSeconds() {
    assertThat(until(Asked.WITHIN)).isEqualTo(Asked.WITHIN.plus(USUAL));
    assertThat(until(Asked.CLOSES.minus(USUAL))).isEqualTo(Asked.CLOSES);
    assertThat(until(Asked.CLOSES.minus(NANO))).isEqualTo(Asked.CLOSES);
    assertThat(decide(whole, Asked.station(Action.WRITE).ticket(closedTicket())))
        .isEqualTo(new Permit(Scope.READ_WRITE, Asked.WITHIN.plus(USUAL)));
  }

  @Test
  void aMomentBeyondTheRangeIsIndeterminate() {
    for (Instant far :
        Arrays.asList(Instant.MAX, Instant.MIN, Instant.parse("2300-01-01T00:00:00Z"))) {
      assertThat(decide(whole, Asked.engineer(Action.READ).now(far)))
          .isInstanceOf(Decision.Indeterminate.class);
    }
  }

  @Test
  void namesFromOutsideCannotBreakTheQuestion() {
    for (String name : Arrays.asList("", "\"", "\\", "\"}, \"", "\n", "ä€😀", "Group::\"x\"")) {
      assertThat(decide(whole, Asked.engineer(Action.WRITE).role(name))).isInstanceOf(Deny.class);
      assertThat(decide(whole, Asked.engineer(Action.READ).groups(Set.of(name, "staff"))))
          .isInstanceOf(Deny.class);
      assertThat(
              decide(
                  whole, Asked.engineer(Action.READ).groups(Set.of(name, "controls-engineering"))))
          .isInstanceOf(Permit.class);
    }
  }

  private Instant until(Instant now) {
    return ((Permit) decide(whole, Asked.engineer(Action.READ).now(now))).until();
  }

  private static Decision decide(PolicyDecisionPoint pdp, Asked asked) {
    return pdp.evaluate(asked.request());
  }

  private static Optional<Ticket> closedTicket() {
    return Optional.of(new Ticket("CHG-0", Asked.OPENS, Asked.WITHIN.minus(NANO)));
  }

  private static Optional<Ticket> emptyWindow() {
    return Optional.of(new Ticket("CHG-0", Asked.WITHIN, Asked.WITHIN));
  }

  private static Arguments row(Object... cells) {
    return Arguments.of(cells);
  }
}
