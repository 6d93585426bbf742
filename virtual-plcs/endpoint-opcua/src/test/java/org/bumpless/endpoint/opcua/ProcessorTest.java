package org.bumpless.endpoint.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ulong;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bumpless.endpoint.opcua.mapping.PlantNamespace;
import org.bumpless.endpoint.opcua.mapping.ProcessorIds;
import org.bumpless.endpoint.opcua.testing.Engineer;
import org.bumpless.endpoint.opcua.testing.Rig;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.protocol.ClientSettings.Login;
import org.bumpless.plc.protocol.ClientSettings.MessageSecurity;
import org.bumpless.plc.protocol.ProtocolClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A controller's processor over OPC UA: once with the client of the bench, and once with an
 * ordinary Milo client that knows nothing but OPC UA's own types.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessorTest {
  private static final ProgramText NEXT =
      new ProgramText("next", "PROGRAM next (* " + "x".repeat(20_000) + " *) END_PROGRAM");

  private Rig.Pki pki;
  private Rig rig;
  private ProtocolClient own;
  private OpcUaClient milo;
  private ProcessorIds ids;

  @BeforeAll
  void start() throws UaException {
    pki = Rig.Pki.create();
    rig = new Rig(new OpcUaProvider(), pki, true, 100);
    own = rig.client(MessageSecurity.SIGN);
    milo = Engineer.connect(rig);
    ids =
        new ProcessorIds(
            new PlantNamespace(milo.getNamespaceTable().getIndex(PlantNamespace.URI)),
            rig.controller.id());
  }

  @BeforeEach
  void forget() {
    rig.cpu.reset();
    rig.log.clear();
  }

  @AfterAll
  void stop() throws UaException {
    milo.disconnect();
    own.close();
    rig.close();
  }

  @Test
  void theBenchDownloadsAProgramAndItIsWrittenDownByName() {
    assertThat(own.perform(new Operation.DownloadProgram(rig.controller.id(), NEXT)))
        .isEqualTo(new Outcome.Answered(Map.of(), "download of next"));
    assertThat(rig.cpu.orders()).containsExactly("RESTART next");
    assertThat(rig.cpu.program()).isEqualTo(NEXT);
    assertThat(rig.log.stream().filter(Served::writes).map(Served::request))
        .containsExactly(
            "Call GenerateFileForWrite",
            "Call Write",
            "Call Write",
            "Call Write",
            "Call CloseAndCommit");
  }

  @Test
  void theBenchStopsAndStartsAController() {
    for (boolean run : new boolean[] {false, true}) {
      assertThat(own.perform(new Operation.ChangeMode(rig.controller.id(), run)))
          .isInstanceOf(Outcome.Answered.class);
    }
    assertThat(rig.cpu.orders()).containsExactly("stop", "start");
    assertThat(rig.log.getLast().request()).isEqualTo("Call Start");
  }

  @ParameterizedTest
  @CsvSource({
    "KEY, Bad_RequestNotAllowed",
    "MODE, Bad_InvalidState",
    "PROGRAM, Bad_InvalidArgument",
    "BUSY, Bad_ResourceUnavailable"
  })
  void whatTheControllerRefusesIsNoAnswer(Answer.Cause cause, String status) {
    rig.cpu.refuse(cause);
    assertThat(own.perform(new Operation.DownloadProgram(rig.controller.id(), NEXT)))
        .isEqualTo(new Outcome.Refused(status));
    assertThat(own.perform(new Operation.ChangeMode(rig.controller.id(), false)))
        .isEqualTo(new Outcome.Refused(status));
    assertThat(rig.cpu.program().name()).isEqualTo("first");
    assertThat(rig.log.getLast().accepted()).isFalse();
    assertThat(own.connected()).isTrue();
  }

  @Test
  void aClientFindsTheProcessorByBrowsing() throws UaException {
    assertThat(names(ids.processor()))
        .containsExactlyInAnyOrder(
            "OperatingMode",
            "KeySwitch",
            "ProgramName",
            "ProgramChecksum",
            "Fault",
            "Forced",
            "Overruns",
            "LastDiagnostic",
            "Start",
            "Stop",
            "Force",
            "Release",
            "Program");
    assertThat(names(ids.program()))
        .contains("GenerateFileForRead", "GenerateFileForWrite", "CloseAndCommit", "File");
    assertThat(names(ids.file())).contains("Open", "Close", "Read", "Write", "Size", "OpenCount");
    assertThat(names(ids.part("Force"))).containsExactly("InputArguments");
    assertThat(value(ids.part("OperatingMode"))).isEqualTo("RUN");
    assertThat(value(ids.part("KeySwitch"))).isEqualTo("REMOTE");
    assertThat(value(ids.part("ProgramChecksum"))).isEqualTo(rig.cpu.program().checksum());
    assertThat(value(ids.part("Overruns"))).isEqualTo(3L);
    assertThat(value(ids.part("Forced"))).isEqualTo("XV-101 := 1");
    assertThat(String.valueOf(value(ids.part("LastDiagnostic")))).endsWith("KEY turned to REMOTE");
    assertThat(value(ids.ofFile("Size"))).isEqualTo(ulong(rig.cpu.program().text().length()));
  }

  @Test
  void whatIsUploadedIsWhatRuns() throws UaException {
    Object before = value(ids.ofFile("OpenCount"));
    Variant[] opened =
        outputs(call(ids.program(), NodeIds.TemporaryFileTransferType_GenerateFileForRead, none()));
    NodeId file = (NodeId) Objects.requireNonNull(opened[0].value());
    assertThat(value(ids.ofFile("OpenCount"))).isNotEqualTo(before);
    StringBuilder text = new StringBuilder();
    for (int part = 0; part < 4; part++) {
      ByteString data =
          (ByteString)
              Objects.requireNonNull(
                  outputs(call(file, NodeIds.FileType_Read, opened[1], Variant.ofInt32(10)))[0]
                      .value());
      text.append(new String(data.bytesOrEmpty(), StandardCharsets.UTF_8));
    }
    assertThat(text).hasToString(rig.cpu.program().text());
    call(file, NodeIds.FileType_Close, opened[1]);
    assertThat(value(ids.ofFile("OpenCount"))).isEqualTo(before);
  }

  @Test
  void aMakeThatGivesNoProgramAwaySaysSo() throws UaException {
    rig.cpu.keep();
    assertThat(
            status(
                call(ids.program(), NodeIds.TemporaryFileTransferType_GenerateFileForRead, none())))
        .isEqualTo(StatusCodes.Bad_RequestNotAllowed);
  }

  @Test
  void anOnlineChangeIsAskedForByTheOptions() throws UaException {
    UInteger handle = begin(Variant.ofString("online level-loop"));
    write(handle, "PROGRAM p END_PROGRAM");
    assertThat(rig.cpu.orders()).as("nothing before the commit").isEmpty();
    assertThat(status(commit(handle))).isEqualTo(StatusCodes.Good);
    assertThat(rig.cpu.orders()).containsExactly("ONLINE level-loop");
    assertThat(status(commit(handle))).as("once").isEqualTo(StatusCodes.Bad_InvalidArgument);
  }

  @Test
  void aFileThatIsClosedInsteadIsForgotten() throws UaException {
    UInteger handle = begin(none());
    write(handle, "PROGRAM p END_PROGRAM");
    call(ids.file(), NodeIds.FileType_Close, Variant.ofUInt32(handle));
    assertThat(status(commit(handle))).isEqualTo(StatusCodes.Bad_InvalidArgument);
    assertThat(rig.cpu.orders()).isEmpty();
  }

  @Test
  void aFileCanBeOpenedAsOneAndPositioned() throws UaException {
    Variant handle = outputs(call(ids.file(), NodeIds.FileType_Open, Variant.ofByte(ubyte(6))))[0];
    UInteger number = (UInteger) Objects.requireNonNull(handle.value());
    write(number, "PROGRAM q END_PROGRAM");
    call(ids.file(), NodeIds.FileType_SetPosition, handle, Variant.ofUInt64(ulong(8)));
    write(number, "p");
    assertThat(outputs(call(ids.file(), NodeIds.FileType_GetPosition, handle))[0].value())
        .isEqualTo(ulong(9));
    assertThat(status(commit(number))).isEqualTo(StatusCodes.Good);
    assertThat(rig.cpu.program()).isEqualTo(new ProgramText("program", "PROGRAM p END_PROGRAM"));
    assertThat(status(call(ids.file(), NodeIds.FileType_Open, Variant.ofByte(ubyte(2)))))
        .as("writing into what is there")
        .isEqualTo(StatusCodes.Bad_InvalidArgument);
  }

  @Test
  void aFileBelongsToTheSessionThatOpenedIt() throws UaException {
    UInteger handle = begin(none());
    OpcUaClient stranger = Engineer.connect(rig);
    assertThat(
            stranger
                .call(
                    List.of(
                        new CallMethodRequest(
                            ids.program(),
                            NodeIds.TemporaryFileTransferType_CloseAndCommit,
                            new Variant[] {Variant.ofUInt32(handle)})))
                .getResults()[0]
                .getStatusCode()
                .value())
        .isEqualTo(StatusCodes.Bad_InvalidArgument);
    stranger.disconnect();
    assertThat(rig.cpu.orders()).isEmpty();
  }

  @Test
  void signalsAreForcedAndReleased() throws UaException {
    call(ids.processor(), ids.part("Force"), Variant.ofString("LEVEL"), Variant.ofDouble(12.5));
    call(ids.processor(), ids.part("Release"), Variant.ofString("LEVEL"));
    assertThat(rig.cpu.orders()).containsExactly("force LEVEL 12.5", "force LEVEL no more");
  }

  @Test
  void wrongArgumentsReachNobody() throws UaException {
    assertThat(status(call(ids.processor(), ids.part("Force"), Variant.ofString("LEVEL"))))
        .isEqualTo(StatusCodes.Bad_ArgumentsMissing);
    assertThat(
            status(
                call(
                    ids.program(),
                    NodeIds.TemporaryFileTransferType_GenerateFileForWrite,
                    Variant.ofInt32(7))))
        .isEqualTo(StatusCodes.Bad_InvalidArgument);
    assertThat(rig.cpu.orders()).isEmpty();
  }

  @Test
  void anAnonymousUserCallsNothing() {
    try (ProtocolClient nobody =
        rig.client(pki.client(), MessageSecurity.NONE, new Login.Anonymous())) {
      assertThat(nobody.perform(new Operation.ChangeMode(rig.controller.id(), false)))
          .isEqualTo(new Outcome.Refused("Bad_UserAccessDenied"));
    }
    assertThat(rig.cpu.orders()).isEmpty();
  }

  private static Variant none() {
    return Variant.NULL_VALUE;
  }

  private UInteger begin(Variant options) throws UaException {
    Variant[] opened =
        outputs(
            call(ids.program(), NodeIds.TemporaryFileTransferType_GenerateFileForWrite, options));
    return (UInteger) Objects.requireNonNull(opened[1].value());
  }

  private void write(UInteger handle, String text) throws UaException {
    ByteString data = ByteString.of(text.getBytes(StandardCharsets.UTF_8));
    assertThat(
            status(
                call(
                    ids.file(),
                    NodeIds.FileType_Write,
                    Variant.ofUInt32(handle),
                    Variant.ofByteString(data))))
        .isEqualTo(StatusCodes.Good);
  }

  private CallMethodResult commit(UInteger handle) throws UaException {
    return call(
        ids.program(),
        NodeIds.TemporaryFileTransferType_CloseAndCommit,
        Variant.ofUInt32(uint(handle.longValue())));
  }

  private CallMethodResult call(NodeId object, NodeId method, Variant... inputs)
      throws UaException {
    return Objects.requireNonNull(
        milo.call(List.of(new CallMethodRequest(object, method, inputs))).getResults())[0];
  }

  private static Variant[] outputs(CallMethodResult result) {
    assertThat(result.getStatusCode().isGood()).as("%s", result.getStatusCode()).isTrue();
    return Objects.requireNonNull(result.getOutputArguments());
  }

  private static long status(CallMethodResult result) {
    return result.getStatusCode().value();
  }

  private @Nullable Object value(NodeId node) throws UaException {
    return milo.readValues(0.0, TimestampsToReturn.Neither, List.of(node))
        .getFirst()
        .value()
        .value();
  }

  private List<String> names(NodeId node) throws UaException {
    return milo.getAddressSpace().browse(node).stream()
        .map(ReferenceDescription::getBrowseName)
        .map(QualifiedName::name)
        .toList();
  }
}
