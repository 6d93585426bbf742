package org.bumpless.endpoint.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.bumpless.endpoint.opcua.testing.Rig;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ClientSettings.MessageSecurity;
import org.bumpless.plc.protocol.LiveTags.Change;
import org.bumpless.plc.protocol.ProtocolClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the measuring client asks of a controller, what it sees, and what the controller writes
 * down.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientServerTest {
  private static final TagId PV = TagId.parse("LIC-101.PV");
  private static final TagId SP = TagId.parse("LIC-101.SP");
  private static final TagId MODE = TagId.parse("LIC-101.MODE");
  private static final TagId RUN = TagId.parse("LIC-101.RUN");

  private Rig.Pki pki;
  private Rig rig;
  private ProtocolClient client;

  @BeforeAll
  void makeCertificates() {
    pki = Rig.Pki.create();
  }

  @BeforeEach
  void start() {
    rig = new Rig(new OpcUaProvider(), pki, true, 100);
    client = rig.client(MessageSecurity.SIGN_AND_ENCRYPT);
  }

  @AfterEach
  void stop() {
    client.close();
    rig.close();
  }

  @ParameterizedTest
  @EnumSource(MessageSecurity.class)
  void readsTheLiveValuesInEveryMode(MessageSecurity mode) {
    try (ProtocolClient own = rig.client(mode)) {
      rig.tags.set(0, new TagValue.Real(77.25f));
      assertThat(own.perform(new Operation.Read(List.of(PV, SP, MODE, RUN))))
          .isEqualTo(
              new Outcome.Answered(
                  Map.of(
                      PV,
                      new TagValue.Real(77.25f),
                      SP,
                      new TagValue.Real(50f),
                      MODE,
                      new TagValue.Int((short) 1),
                      RUN,
                      new TagValue.Bool(false)),
                  ""));
      assertThat(own.connected()).isTrue();
    }
  }

  @Test
  void aReadIsOneRequestAndIsWrittenDownWithItsTags() {
    client.perform(new Operation.Read(List.of(PV, SP)));
    Served last = rig.log.getLast();
    assertThat(last.request()).isEqualTo("Read 2 nodes");
    assertThat(last.tags()).containsExactly(PV, SP);
    assertThat(last.writes()).isFalse();
    assertThat(last.accepted()).isTrue();
    assertThat(last.peer()).startsWith("127.0.0.1:");
    assertThat(rig.log.stream().map(Served::request))
        .containsExactly(
            "GetEndpoints", "CreateSession", "ActivateSession", "Read 1 node", "Read 2 nodes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "behind a read", "split frame"})
  void everyMannerOfWritingReachesTheProcessImage(String manner) {
    assertThat(client.manners()).contains(manner);
    assertThat(client.perform(new Operation.Write(SP, new TagValue.Real(61.5f), manner)))
        .isInstanceOf(Outcome.Answered.class);
    assertThat(rig.tags.offers())
        .containsExactly(List.of(new Change.Set(1, new TagValue.Real(61.5f))));
    Served last = rig.log.getLast();
    assertThat(last.request()).isEqualTo("Write 1 node");
    assertThat(last.tags()).containsExactly(SP);
    assertThat(last.writes() && last.accepted()).isTrue();
  }

  @Test
  void anUnknownMannerIsAMistakeOfTheCaller() {
    assertThatThrownBy(
            () -> client.perform(new Operation.Write(SP, new TagValue.Real(1), "function 22")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("function 22")
        .hasMessageContaining("plain");
  }

  @Test
  void aDownloadIsOneOffer() {
    assertThat(
            client.perform(
                new Operation.Download(
                    Map.of(
                        SP, new TagValue.Real(20f),
                        MODE, new TagValue.Int((short) 2),
                        RUN, new TagValue.Bool(true)))))
        .isInstanceOf(Outcome.Answered.class);
    assertThat(rig.tags.offers()).hasSize(1);
    assertThat(rig.tags.offers().getFirst())
        .containsExactlyInAnyOrder(
            new Change.Set(1, new TagValue.Real(20f)),
            new Change.Set(3, new TagValue.Int((short) 2)),
            new Change.Set(4, new TagValue.Bool(true)));
    assertThat(rig.log.getLast().request()).isEqualTo("Write 3 nodes");
  }

  @Test
  void aReadOnlyTagIsNotWritten() {
    assertThat(client.perform(new Operation.Write(PV, new TagValue.Real(1f))))
        .isEqualTo(new Outcome.Refused("LIC-101.PV: Bad_NotWritable"));
    assertThat(rig.tags.offers()).isEmpty();
    assertThat(rig.log.getLast().accepted()).isFalse();
    assertThat(client.connected()).isTrue();
  }

  @Test
  void aValueOfAnotherTypeIsNotWritten() {
    assertThat(client.perform(new Operation.Write(SP, new TagValue.Int((short) 5))))
        .isEqualTo(new Outcome.Refused("LIC-101.SP: Bad_TypeMismatch"));
    assertThat(rig.tags.offers()).isEmpty();
  }

  @Test
  void aTagThatDoesNotExistIsRefused() {
    TagId nothing = TagId.parse("LIC-101.NOTHING");
    assertThat(client.perform(new Operation.Read(List.of(nothing))))
        .isEqualTo(new Outcome.Refused("LIC-101.NOTHING: Bad_NodeIdUnknown"));
    assertThat(client.perform(new Operation.Write(nothing, new TagValue.Real(0))))
        .isEqualTo(new Outcome.Refused("LIC-101.NOTHING: Bad_NodeIdUnknown"));
  }

  @Test
  void aFullWriteQueueIsAnsweredBusyAndNothingIsWritten() {
    rig.tags.fill();
    assertThat(client.perform(new Operation.Write(SP, new TagValue.Real(1f))))
        .isEqualTo(new Outcome.Refused("LIC-101.SP: Bad_ResourceUnavailable"));
    assertThat(rig.log.getLast().accepted()).isFalse();
  }

  @Test
  void browsingTellsTheNameplateAndTheTags() {
    assertThat(client.perform(new Operation.Browse()))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            answer ->
                assertThat(answer.detail())
                    .contains("Kettle & Sons LC-20 1.4", "5 tags", "LIC-101.PV", "LIC-101.RUN"));
  }

  @Test
  void aSweepFindsEveryTagAmongAllElse() {
    assertThat(client.perform(new Operation.Sweep()))
        .isInstanceOfSatisfying(
            Outcome.Answered.class,
            answer -> {
              assertThat(answer.values()).hasSize(5).containsEntry(PV, new TagValue.Real(41.5f));
              assertThat(answer.detail()).contains("variables read");
            });
  }

  @Test
  void anEmptyReadIsRefusedByTheService() {
    assertThat(client.perform(new Operation.Read(List.of())))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.reason()).startsWith("Bad_NothingToDo"));
    assertThat(client.connected()).as("a fault does not end the session").isTrue();
  }

  @Test
  void twoServersOfOneProviderCannotListenOnOneAddress() {
    assertThatThrownBy(
            () ->
                new Rig(
                    new OpcUaProvider(),
                    pki,
                    false,
                    10,
                    "LIC-102",
                    rig.endpoint.address().getPort()))
        .hasMessageContaining("LIC-102")
        .hasMessageContaining(String.valueOf(rig.endpoint.address().getPort()))
        .hasMessageContaining("in use");
  }
}
