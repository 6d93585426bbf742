package org.bumpless.pdp.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bumpless.adapter.pdp.AccessRequest;
import org.bumpless.adapter.pdp.AccessRequest.Action;
import org.bumpless.adapter.pdp.AccessRequest.Context;
import org.bumpless.adapter.pdp.AccessRequest.DeclaredFlow;
import org.bumpless.adapter.pdp.AccessRequest.Resource;
import org.bumpless.adapter.pdp.Decision;
import org.bumpless.adapter.pdp.Decision.Deny;
import org.bumpless.adapter.pdp.Decision.Indeterminate;
import org.bumpless.adapter.pdp.Decision.Permit;
import org.bumpless.adapter.pdp.Decision.Scope;
import org.bumpless.adapter.pdp.Subject;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthzenJsonTest {
  private static final String GOLDEN =
      """
      {"subject":{"type":"person","id":"spiffe://tank-farm/person/anna",\
      "properties":{"mfa":true,"svid_valid":true,"groups":["controls-engineering","staff"],\
      "role":"lead-engineer","edr_healthy":true}},\
      "action":{"name":"write"},\
      "resource":{"type":"controller","id":"LIC-101",\
      "properties":{"level":"L1","sl_target":"SL2"}},\
      "context":{"time":"2026-03-01T08:00:00.000000001Z","protocol":"modbus-tcp",\
      "ticket":{"id":"CHG-1","opens":"2026-03-01T07:59:00.000000001Z",\
      "closes":"2026-03-01T09:00:00.000000001Z"},\
      "declared_flow":"reads_and_writes"}}""";

  private final AuthzenJson json = new AuthzenJson();

  @Test
  void aRequestIsWrittenByteForByteAsDocumented() {
    assertThat(json.write(Requests.of(Action.WRITE)).toString()).isEqualTo(GOLDEN);
  }

  @Test
  void everyRequestReadsBackAsItWas() throws Exception {
    for (Subject.Kind kind : Subject.Kind.values()) {
      for (DeclaredFlow flow : DeclaredFlow.values()) {
        for (PurdueLevel level : PurdueLevel.values()) {
          for (SecurityLevel target : SecurityLevel.values()) {
            AccessRequest request = request(kind, flow, level, target);
            assertThat(json.readRequest(json.parse(json.write(request).toString())))
                .isEqualTo(request);
          }
        }
      }
    }
  }

  @Test
  void unknownMembersAreIgnored() throws Exception {
    ObjectNode message = (ObjectNode) json.parse(GOLDEN);
    message.put("trace", "x");
    ((ObjectNode) message.at("/subject/properties")).put("department", "E&I");

    assertThat(json.readRequest(message)).isEqualTo(Requests.of(Action.WRITE));
  }

  static Stream<String> members() {
    return Stream.of(
        "/subject",
        "/subject/type",
        "/subject/id",
        "/subject/properties",
        "/subject/properties/mfa",
        "/subject/properties/svid_valid",
        "/subject/properties/groups",
        "/subject/properties/role",
        "/subject/properties/edr_healthy",
        "/action",
        "/action/name",
        "/resource",
        "/resource/type",
        "/resource/id",
        "/resource/properties",
        "/resource/properties/level",
        "/resource/properties/sl_target",
        "/context",
        "/context/time",
        "/context/protocol",
        "/context/declared_flow",
        "/context/ticket/id",
        "/context/ticket/opens",
        "/context/ticket/closes");
  }

  @ParameterizedTest
  @MethodSource("members")
  void aMissingMemberIsAnErrorThatNamesIt(String member) throws Exception {
    JsonNode message = json.parse(GOLDEN);
    ((ObjectNode) message.at(parent(member))).remove(name(member));

    assertMalformed(message, dotted(member) + ": found nothing, expected");
  }

  @ParameterizedTest
  @MethodSource("members")
  void aMemberThatIsNullIsAnErrorThatNamesIt(String member) throws Exception {
    JsonNode message = json.parse(GOLDEN);
    ((ObjectNode) message.at(parent(member))).putNull(name(member));

    assertMalformed(message, dotted(member) + ": found null, expected");
  }

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        Arguments.of("/subject/type", "\"admin\""),
        Arguments.of("/subject/type", "\"PERSON\""),
        Arguments.of("/subject/id", "7"),
        Arguments.of("/subject/properties", "[]"),
        Arguments.of("/subject/properties/mfa", "\"true\""),
        Arguments.of("/subject/properties/mfa", "1"),
        Arguments.of("/subject/properties/svid_valid", "\"yes\""),
        Arguments.of("/subject/properties/groups", "\"controls-engineering\""),
        Arguments.of("/subject/properties/groups", "[1]"),
        Arguments.of("/subject/properties/role", "[\"lead-engineer\"]"),
        Arguments.of("/subject/properties/edr_healthy", "{}"),
        Arguments.of("/action/name", "\"delete\""),
        Arguments.of("/action/name", "\"\""),
        Arguments.of("/resource/type", "\"hmi\""),
        Arguments.of("/resource/id", "\"LIC 101\""),
        Arguments.of("/resource/properties/level", "\"L9\""),
        Arguments.of("/resource/properties/level", "1"),
        Arguments.of("/resource/properties/sl_target", "2"),
        Arguments.of("/resource/properties/sl_target", "\"2\""),
        Arguments.of("/resource/properties/sl_target", "\"SL5\""),
        Arguments.of("/context/time", "\"2026-03-01 08:00\""),
        Arguments.of("/context/time", "1772352000"),
        Arguments.of("/context/protocol", "\"modbus tcp\""),
        Arguments.of("/context/ticket", "\"CHG-1\""),
        Arguments.of("/context/ticket", "null"),
        Arguments.of("/context/ticket/opens", "\"08:00\""),
        Arguments.of("/context/declared_flow", "\"READS\""));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void aWrongValueIsAnErrorThatNamesItsPlace(String member, String value) throws Exception {
    JsonNode message = json.parse(GOLDEN);
    ((ObjectNode) message.at(parent(member))).set(name(member), json.parse(value));

    assertMalformed(message, dotted(member));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"x\"",
        "null",
        "{",
        "{} {}",
        "{\"a\":1,\"a\":2}",
        "{'a':1}",
        "{\"a\":NaN}"
      })
  void whatIsNotOneJsonObjectIsAnError(String text) {
    assertThatThrownBy(() -> json.readRequest(json.parse(text)))
        .isInstanceOf(MalformedException.class)
        .hasMessageNotContaining("null pointer");
  }

  @Test
  void aPermitGoesAsFarAsTheQuestionAndNoFurther() throws Exception {
    assertThat(read(Action.READ, "{\"decision\":true}"))
        .isEqualTo(new Permit(Scope.READ_ONLY, Requests.NOW.plusSeconds(5)));
    assertThat(read(Action.WRITE, "{\"decision\":true}"))
        .isEqualTo(new Permit(Scope.READ_WRITE, Requests.NOW.plusSeconds(5)));
  }

  @ParameterizedTest
  @CsvSource({"PT1S,PT1S", "PT5S,PT5S", "PT6S,PT5S", "PT0.000000001S,PT0.000000001S"})
  void aPermitEndsWithTheTicket(String ticketLeft, String permitLeft) throws Exception {
    var closes = Requests.NOW.plus(Duration.parse(ticketLeft));
    var ticket = new AccessRequest.Ticket("CHG-1", Requests.NOW, closes);
    AccessRequest request = Requests.of(Action.READ, Optional.of(ticket));

    assertThat(json.readDecision(request, json.parse("{\"decision\":true}")))
        .isEqualTo(new Permit(Scope.READ_ONLY, Requests.NOW.plus(Duration.parse(permitLeft))));
  }

  @Test
  void thePdpMaySayHowLongAPermitHolds() throws Exception {
    assertThat(
            read(
                Action.READ,
                "{\"decision\":true,\"context\":{\"until\":\"2026-03-01T08:30:00Z\"}}"))
        .isEqualTo(new Permit(Scope.READ_ONLY, Instant.parse("2026-03-01T08:30:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"decision\":true,\"context\":{\"until\":\"2026-03-01T08:00:00.000000001Z\"}}",
        "{\"decision\":true,\"context\":{\"until\":\"2026-03-01T07:00:00Z\"}}",
        "{\"decision\":true,\"context\":{\"until\":null}}",
        "{\"decision\":true,\"context\":{\"until\":5}}",
        "{\"decision\":true,\"context\":\"until tomorrow\"}",
        "{\"decision\":true,\"context\":null}"
      })
  void aPermitThatCannotBeUnderstoodIsNone(String answer) {
    assertThatThrownBy(() -> read(Action.READ, answer)).isInstanceOf(MalformedException.class);
  }

  @Test
  void aDenialCarriesItsReasonIfThereIsOne() throws Exception {
    assertThat(read(Action.READ, "{\"decision\":false,\"context\":{\"reason\":\"no ticket\"}}"))
        .isEqualTo(new Deny("no ticket"));
    assertThat(read(Action.READ, "{\"decision\":false}"))
        .isEqualTo(new Deny("the PDP denies and gives no reason"));
    assertThat(read(Action.READ, "{\"decision\":false,\"context\":{\"reason\":{\"en\":1}}}"))
        .isEqualTo(new Deny("the PDP denies and gives no reason"));
  }

  @Test
  void decisionsReadBackAsTheyWereWritten() throws Exception {
    for (Action action : Action.values()) {
      AccessRequest request = Requests.of(action);
      Scope scope = action == Action.WRITE ? Scope.READ_WRITE : Scope.READ_ONLY;
      for (Decision decision :
          new Decision[] {new Permit(scope, Requests.CLOSES), new Deny("no \"ticket\"")}) {
        JsonNode written = json.write(request, decision).orElseThrow();
        assertThat(json.readDecision(request, json.parse(written.toString()))).isEqualTo(decision);
      }
    }
  }

  @Test
  void whatWouldWidenOnTheWireIsNotSent() {
    assertThat(json.write(Requests.of(Action.WRITE), new Permit(Scope.READ_ONLY, Requests.CLOSES)))
        .isEmpty();
    assertThat(json.write(Requests.of(Action.READ), new Indeterminate("?"))).isEmpty();
  }

  private Decision read(Action action, String answer) throws MalformedException {
    return json.readDecision(Requests.of(action), json.parse(answer));
  }

  private void assertMalformed(JsonNode message, String place) {
    assertThatThrownBy(() -> json.readRequest(message))
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith(place);
  }

  private static AccessRequest request(
      Subject.Kind kind, DeclaredFlow flow, PurdueLevel level, SecurityLevel target) {
    Subject anna = Requests.anna();
    return new AccessRequest(
        new Subject(anna.spiffeId(), kind, false, true, Set.of(), "", flow == DeclaredFlow.NONE),
        Action.READ,
        new Resource(new AssetId("LIC-101"), level, target),
        new Context(Requests.NOW, Protocol.OPC_UA, Optional.empty(), flow));
  }

  private static String parent(String pointer) {
    return pointer.substring(0, pointer.lastIndexOf('/'));
  }

  private static String name(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private static String dotted(String pointer) {
    return pointer.substring(1).replace('/', '.');
  }
}
