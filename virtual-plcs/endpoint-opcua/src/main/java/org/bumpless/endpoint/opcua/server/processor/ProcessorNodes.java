package org.bumpless.endpoint.opcua.server.processor;

import static org.bumpless.endpoint.opcua.server.processor.Method.argument;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bumpless.endpoint.opcua.mapping.ProcessorIds;
import org.bumpless.endpoint.opcua.server.nodes.NodeMaker;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.cpu.CpuState;
import org.bumpless.plc.cpu.Engineering;
import org.bumpless.plc.protocol.ServeSettings;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilters;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.encoding.DefaultEncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;

/**
 * Builds what a client sees of a controller's processor: its state as properties, its mode and
 * forced signals as methods, its program as a temporary file transfer.
 */
public final class ProcessorNodes {
  private static final Argument[] NOTHING = {};
  private static final Argument HANDLE = argument("FileHandle", NodeIds.UInt32, "of the open file");
  private static final Argument FILE = argument("FileNodeId", NodeIds.NodeId, "the file");
  private static final Argument OPTIONS =
      argument(
          "GenerateOptions",
          NodeIds.String,
          "to write: none, or RESTART or ONLINE and the program's name");
  private static final Argument COMPLETION =
      argument("CompletionStateMachine", NodeIds.NodeId, "null: it is done when it is answered");
  private static final Argument SIGNAL =
      argument("Name", NodeIds.String, "input or output, as the program calls it");

  private final NodeMaker maker;
  private final ProcessorIds ids;
  private final Engineering controller;
  private final Transfers transfers;
  private final ProgramFiles files;

  public ProcessorNodes(NodeMaker maker, ServeSettings settings) {
    this.maker = maker;
    ids = new ProcessorIds(maker.namespace(), settings.controller().id());
    controller = settings.engineering();
    transfers = new Transfers(settings.clock());
    files = new ProgramFiles(controller, transfers, ids.file());
  }

  /** Hangs everything under the controller's object, which must be there already. */
  public void hang() {
    maker.object(
        ids.processor(),
        maker.name("Processor"),
        "mode, key switch and program",
        NodeIds.BaseObjectType,
        maker.namespace().controller(ids.controller()),
        NodeIds.HasComponent);
    state();
    orders();
    transfer();
    file();
  }

  private void state() {
    shows("OperatingMode", state -> state.mode().name());
    shows("KeySwitch", state -> state.key().name());
    shows("ProgramName", state -> state.program().name());
    shows("ProgramChecksum", state -> state.program().checksum());
    shows("Fault", CpuState::fault);
    shows("Forced", CpuState::forced);
    maker.property(
        ids.processor(),
        maker.name("Overruns"),
        NodeIds.Int64,
        live(() -> Variant.ofInt64(controller.state().overruns())));
    maker.property(
        ids.processor(),
        maker.name("LastDiagnostic"),
        NodeIds.String,
        live(
            () ->
                Variant.ofString(
                    controller.diagnostics().stream()
                        .findFirst()
                        .map(entry -> entry.at() + " " + entry.kind() + " " + entry.text())
                        .orElse(""))));
  }

  private void shows(String name, Function<CpuState, String> text) {
    maker.property(
        ids.processor(),
        maker.name(name),
        NodeIds.String,
        live(() -> Variant.ofString(text.apply(controller.state()))));
  }

  private static AttributeFilter live(Supplier<Variant> value) {
    return AttributeFilters.getValue(context -> new DataValue(value.get()));
  }

  private void orders() {
    order("Start", NOTHING, (session, in) -> done(controller.start()));
    order("Stop", NOTHING, (session, in) -> done(controller.stop()));
    order(
        "Force",
        new Argument[] {SIGNAL, argument("Value", NodeIds.Double, "that it is held at")},
        (session, in) -> done(controller.force(text(in[0]), OptionalDouble.of(number(in[1])))));
    order(
        "Release",
        new Argument[] {SIGNAL},
        (session, in) -> done(controller.force(text(in[0]), OptionalDouble.empty())));
  }

  private static Variant[] done(Answer answer) throws UaException {
    Refusals.require(answer);
    return new Variant[0];
  }

  private static String text(Variant argument) {
    return argument.value() instanceof String text ? text : "";
  }

  private static double number(Variant argument) {
    return argument.value() instanceof Double number ? number : 0;
  }

  private void order(String name, Argument[] inputs, Method.Work work) {
    method(ids.part(name), maker.name(name), ids.processor(), inputs, NOTHING, work);
  }

  private void transfer() {
    maker.object(
        ids.program(),
        maker.name("Program"),
        "the program, to read and to write",
        NodeIds.TemporaryFileTransferType,
        ids.processor(),
        NodeIds.HasComponent);
    maker.property(
        ids.program(),
        NodeMaker.standardName("ClientProcessingTimeout"),
        NodeIds.Duration,
        Variant.ofDouble(Transfers.IDLE_MILLIS_MAX));
    ofTransfer("GenerateFileForRead", OPTIONS, files::forRead, FILE, HANDLE, COMPLETION);
    ofTransfer("GenerateFileForWrite", OPTIONS, files::forWrite, FILE, HANDLE);
    ofTransfer("CloseAndCommit", HANDLE, files::closeAndCommit, COMPLETION);
  }

  private void ofTransfer(String name, Argument input, Method.Work work, Argument... outputs) {
    method(
        ids.transfer(name),
        NodeMaker.standardName(name),
        ids.program(),
        new Argument[] {input},
        outputs,
        work);
  }

  private void file() {
    maker.object(
        ids.file(),
        maker.name("File"),
        "the text of a program, in UTF-8",
        NodeIds.FileType,
        ids.program(),
        NodeIds.HasComponent);
    ofFile("Size", NodeIds.UInt64, live(() -> Variant.ofUInt64(Unsigned.ulong(size()))));
    ofFile("Writable", NodeIds.Boolean, live(() -> Variant.ofBoolean(true)));
    ofFile("UserWritable", NodeIds.Boolean, live(() -> Variant.ofBoolean(true)));
    ofFile(
        "OpenCount",
        NodeIds.UInt16,
        live(() -> Variant.ofUInt16(Unsigned.ushort(transfers.count()))));
    Argument data = argument("Data", NodeIds.ByteString, "part of the text");
    Argument position = argument("Position", NodeIds.UInt64, "byte from 0");
    Argument mode = argument("Mode", NodeIds.Byte, "1 to read; 6 to write anew");
    Argument length = argument("Length", NodeIds.Int32, "most bytes that are wanted");
    ofFile("Open", inputs(mode), files::open, HANDLE);
    ofFile("Close", inputs(HANDLE), files::close);
    ofFile("Read", inputs(HANDLE, length), files::read, data);
    ofFile("Write", inputs(HANDLE, data), files::write);
    ofFile("GetPosition", inputs(HANDLE), files::position, position);
    ofFile("SetPosition", inputs(HANDLE, position), files::goTo);
  }

  private long size() {
    return controller.state().program().text().getBytes(StandardCharsets.UTF_8).length;
  }

  private void ofFile(String name, NodeId dataType, AttributeFilter live) {
    maker.property(ids.file(), NodeMaker.standardName(name), dataType, live);
  }

  private static Argument[] inputs(Argument... inputs) {
    return inputs;
  }

  private void ofFile(String name, Argument[] inputs, Method.Work work, Argument... outputs) {
    method(ids.ofFile(name), NodeMaker.standardName(name), ids.file(), inputs, outputs, work);
  }

  private void method(
      NodeId id,
      QualifiedName name,
      NodeId owner,
      Argument[] inputs,
      Argument[] outputs,
      Method.Work work) {
    UaMethodNode node =
        UaMethodNode.build(
            maker.context(),
            builder ->
                builder
                    .setNodeId(id)
                    .setBrowseName(name)
                    .setDisplayName(LocalizedText.english(name.name()))
                    .build());
    Method method = new Method(node, inputs, outputs, work);
    if (inputs.length > 0) {
      arguments(id, "InputArguments", inputs);
    }
    if (outputs.length > 0) {
      arguments(id, "OutputArguments", outputs);
    }
    node.setInvocationHandler(method);
    maker.hang(node, owner, NodeIds.HasComponent);
  }

  private void arguments(NodeId method, String name, Argument[] arguments) {
    maker.property(
        method,
        NodeMaker.standardName(name),
        NodeIds.Argument,
        Variant.of(
            Arrays.stream(arguments)
                .map(argument -> ExtensionObject.encode(DefaultEncodingContext.INSTANCE, argument))
                .toArray(ExtensionObject[]::new)));
  }
}
