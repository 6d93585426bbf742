package org.bumpless.endpoint.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ulong;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.bumpless.endpoint.opcua.mapping.PlantNamespace;
import org.bumpless.endpoint.opcua.mapping.ProcessorIds;
import org.bumpless.endpoint.opcua.testing.Engineer;
import org.bumpless.endpoint.opcua.testing.Rig;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.protocol.ClientSettings.MessageSecurity;
import org.bumpless.plc.protocol.ProtocolClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody who is let in calls the processor's methods with whatever comes to his mind. */
@Timeout(120)
class MutatedCallTest {
  private static final long SEED = 4_712;
  private static final int CALLS = 20_000;
  private static final int AT_ONCE = 20;
  private static final int FILES_MAX = 8;
  private static final ProgramText NEXT = new ProgramText("next", "PROGRAM next END_PROGRAM");

  /** What a server says that did not expect what came. */
  private static final Set<Long> SURPRISED =
      Set.of(
          StatusCodes.Bad_InternalError,
          StatusCodes.Bad_UnexpectedError,
          StatusCodes.Bad_OutOfMemory);

  private final Random random = new Random(SEED);
  private final List<Variant> handles = new ArrayList<>();

  @Test
  void whateverIsHandedOverIsAnsweredAndHarmsNothing() throws UaException {
    try (Rig rig = new Rig(new OpcUaProvider(), Rig.Pki.create(), true, 100);
        ProtocolClient own = rig.client(MessageSecurity.SIGN)) {
      OpcUaClient engineer = Engineer.connect(rig);
      ProcessorIds ids =
          new ProcessorIds(
              new PlantNamespace(engineer.getNamespaceTable().getIndex(PlantNamespace.URI)),
              rig.controller.id());
      int good = 0;
      for (int sent = 0; sent < CALLS; sent += AT_ONCE) {
        good += call(engineer, ids);
      }
      engineer.disconnect();
      rig.cpu.reset();

      assertThat(good).as("calls that were carried out, seed %d", SEED).isGreaterThan(CALLS / 20);
      assertThat(own.perform(new Operation.Read(List.of(TagId.parse("LIC-101.PV")))))
          .isInstanceOf(Outcome.Answered.class);
      assertThat(own.perform(new Operation.DownloadProgram(rig.controller.id(), NEXT)))
          .isEqualTo(new Outcome.Answered(Map.of(), "download of next"));
      assertThat(rig.cpu.program()).isEqualTo(NEXT);
    }
  }

  private int call(OpcUaClient engineer, ProcessorIds ids) throws UaException {
    List<CallMethodRequest> requests = Stream.generate(() -> request(ids)).limit(AT_ONCE).toList();
    CallMethodResult[] results = Objects.requireNonNull(engineer.call(requests).getResults());
    assertThat(results).hasSize(AT_ONCE);
    int good = 0;
    for (int i = 0; i < AT_ONCE; i++) {
      assertThat(results[i].getStatusCode().value())
          .as("seed %d: %s", SEED, requests.get(i))
          .isNotIn(SURPRISED);
      if (results[i].getStatusCode().isGood()) {
        good++;
        remember(results[i].getOutputArguments());
      }
    }
    return good;
  }

  private void remember(Variant[] outputs) {
    for (Variant output : outputs == null ? new Variant[0] : outputs) {
      if (output.value() instanceof UInteger) {
        handles.add(output);
      }
    }
    while (handles.size() > FILES_MAX) {
      handles.removeFirst();
    }
  }

  private CallMethodRequest request(ProcessorIds ids) {
    List<NodeId> ofProgram =
        List.of(
            NodeIds.TemporaryFileTransferType_GenerateFileForRead,
            NodeIds.TemporaryFileTransferType_GenerateFileForWrite,
            NodeIds.TemporaryFileTransferType_CloseAndCommit);
    List<NodeId> ofFile =
        List.of(
            NodeIds.FileType_Open,
            NodeIds.FileType_Close,
            NodeIds.FileType_Read,
            NodeIds.FileType_Write,
            NodeIds.FileType_GetPosition,
            NodeIds.FileType_SetPosition);
    List<NodeId> ofProcessor =
        Stream.of("Start", "Stop", "Force", "Release").map(ids::part).toList();
    List<NodeId> objects = List.of(ids.processor(), ids.program(), ids.file());
    int which = random.nextInt(objects.size());
    List<NodeId> methods = List.of(ofProcessor, ofProgram, ofFile).get(which);
    NodeId object = objects.get(random.nextInt(20) == 0 ? random.nextInt(3) : which);
    Variant[] inputs =
        Stream.generate(this::argument).limit(random.nextInt(4)).toArray(Variant[]::new);
    return new CallMethodRequest(object, methods.get(random.nextInt(methods.size())), inputs);
  }

  private Variant argument() {
    return switch (random.nextInt(13)) {
      case 0, 1, 2 ->
          handles.isEmpty()
              ? Variant.ofUInt32(uint(1))
              : handles.get(random.nextInt(handles.size()));
      case 3 -> Variant.NULL_VALUE;
      case 4 -> Variant.ofUInt32(uint(random.nextInt() & 0xFFFF_FFFFL));
      case 5 -> Variant.ofInt32(random.nextInt());
      case 6 -> Variant.ofUInt64(ulong(random.nextLong()));
      case 7 -> Variant.ofByte(ubyte(random.nextInt(256)));
      case 8 ->
          Variant.ofString(
              random.nextBoolean() ? "online" : "\u0000".repeat(random.nextInt(5_000)));
      case 9 -> Variant.ofByteString(ByteString.of(bytes()));
      case 10 -> Variant.ofDouble(Double.longBitsToDouble(random.nextLong()));
      case 11 -> Variant.ofString("LEVEL");
      default -> Variant.of(new Integer[] {random.nextInt(), random.nextInt()});
    };
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(10_000)];
    random.nextBytes(bytes);
    return bytes;
  }
}
