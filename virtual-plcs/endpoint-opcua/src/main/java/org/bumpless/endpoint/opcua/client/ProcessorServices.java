package org.bumpless.endpoint.opcua.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.bumpless.endpoint.opcua.mapping.ProcessorIds;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.operation.Outcome;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.CallRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallResponse;

/** What an engineering station does to a controller's processor by calling its methods. */
record ProcessorServices(UaSession session, ProcessorIds ids) {
  private static final int PART_BYTES = 8_192;

  /** What a method gave back. */
  private sealed interface Called {
    @SuppressWarnings("ArrayRecordComponent") // as Milo hands it over; compared by nobody
    record Done(Variant[] outputs) implements Called {}

    record Bad(StatusCode status) implements Called {}
  }

  /** Starts or stops the program. */
  Outcome mode(boolean run) throws IOException, UaException {
    return outcome(
        call(ids.processor(), ids.part(run ? "Start" : "Stop")), run ? "started" : "stopped");
  }

  /** Writes a program to a temporary file and has the controller go on with it. */
  Outcome download(ProgramText program) throws IOException, UaException {
    Called opened =
        call(
            ids.program(),
            NodeIds.TemporaryFileTransferType_GenerateFileForWrite,
            Variant.ofString("RESTART " + program.name()));
    if (!(opened instanceof Called.Done(Variant[] file))) {
      return outcome(opened, "");
    }
    if (file.length != 2 || !(file[0].value() instanceof NodeId node)) {
      throw new IOException("GenerateFileForWrite gave no file and handle");
    }
    byte[] text = program.text().getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < text.length; from += PART_BYTES) {
      byte[] part = Arrays.copyOfRange(text, from, Math.min(text.length, from + PART_BYTES));
      Called written =
          call(node, NodeIds.FileType_Write, file[1], Variant.ofByteString(ByteString.of(part)));
      if (written instanceof Called.Bad) {
        return outcome(written, "");
      }
    }
    return outcome(
        call(ids.program(), NodeIds.TemporaryFileTransferType_CloseAndCommit, file[1]),
        "download of " + program.name());
  }

  private static Outcome outcome(Called called, String detail) {
    return switch (called) {
      case Called.Done ignored -> new Outcome.Answered(Map.of(), detail);
      case Called.Bad(StatusCode status) -> new Outcome.Refused(Failures.name(status));
    };
  }

  private Called call(NodeId object, NodeId method, Variant... inputs)
      throws IOException, UaException {
    CallMethodRequest one = new CallMethodRequest(object, method, inputs);
    CallResponse response =
        session.request(
            CallResponse.class, new CallRequest(session.header(), new CallMethodRequest[] {one}));
    CallMethodResult[] results =
        Objects.requireNonNullElse(response.getResults(), new CallMethodResult[0]);
    if (results.length != 1) {
      throw new IOException(results.length + " results of a call, expected 1");
    }
    StatusCode status =
        Objects.requireNonNullElse(
            results[0].getStatusCode(), new StatusCode(StatusCodes.Bad_UnexpectedError));
    return status.isBad()
        ? new Called.Bad(status)
        : new Called.Done(
            Objects.requireNonNullElse(results[0].getOutputArguments(), new Variant[0]));
  }
}
