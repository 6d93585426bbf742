package org.bumpless.endpoint.opcua.server.processor;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plc.cpu.Engineering;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/**
 * What the methods of TemporaryFileTransferType and FileType do with a controller's program (OPC
 * 10000-20, 4.2 and 4.4). A file that is closed with Close was never there.
 *
 * @param file the node that all files show themselves as
 */
record ProgramFiles(Engineering controller, Transfers transfers, NodeId file) {
  private static final int READ = 1;
  private static final int WRITE_ANEW = 2 | 4;

  Variant[] forRead(NodeId session, Variant[] in) throws UaException {
    return out(fileVariant(), handle(toRead(session)), Variant.ofNodeId(NodeId.NULL_VALUE));
  }

  Variant[] forWrite(NodeId session, Variant[] in) throws UaException {
    GenerateOptions options =
        GenerateOptions.parse(in[0])
            .orElseThrow(
                () ->
                    new UaException(
                        StatusCodes.Bad_InvalidArgument,
                        "GenerateOptions: expected RESTART or ONLINE and a program's name"));
    return out(fileVariant(), handle(toWrite(session, options)));
  }

  Variant[] open(NodeId session, Variant[] in) throws UaException {
    int mode = in[0].value() instanceof UByte asked ? asked.intValue() : 0;
    return switch (mode) {
      case READ -> out(handle(toRead(session)));
      case WRITE_ANEW -> out(handle(toWrite(session, GenerateOptions.USUAL)));
      default ->
          throw new UaException(
              StatusCodes.Bad_InvalidArgument, "Mode: expected 1 to read or 6 to write anew");
    };
  }

  private long toRead(NodeId session) throws UaException {
    ProgramText program =
        controller
            .upload()
            .orElseThrow(
                () ->
                    new UaException(
                        StatusCodes.Bad_RequestNotAllowed,
                        "this controller's program is not read over the network"));
    return transfers.begin(
        session, () -> Transfer.fromController(program.text().getBytes(StandardCharsets.UTF_8)));
  }

  private long toWrite(NodeId session, GenerateOptions options) {
    return transfers.begin(session, () -> Transfer.toController(options));
  }

  Variant[] closeAndCommit(NodeId session, Variant[] in) throws UaException {
    Transfer written = known(transfers.take(session, handle(in[0])));
    GenerateOptions options =
        written
            .options()
            .orElseThrow(
                () -> new UaException(StatusCodes.Bad_InvalidState, "a file that is only read"));
    String text = new String(written.contents(), StandardCharsets.UTF_8);
    Refusals.require(controller.download(new ProgramText(options.name(), text), options.load()));
    return out(Variant.ofNodeId(NodeId.NULL_VALUE));
  }

  Variant[] close(NodeId session, Variant[] in) throws UaException {
    known(transfers.take(session, handle(in[0])));
    return out();
  }

  Variant[] read(NodeId session, Variant[] in) throws UaException {
    int length = in[1].value() instanceof Integer wanted ? wanted : -1;
    if (length < 0) {
      throw new UaException(StatusCodes.Bad_InvalidArgument, "Length: expected 0 or more");
    }
    byte[] data = with(session, in[0], ProgramFiles::isRead, file -> file.read(length));
    return out(Variant.ofByteString(ByteString.of(data)));
  }

  Variant[] write(NodeId session, Variant[] in) throws UaException {
    byte[] data = in[1].value() instanceof ByteString bytes ? bytes.bytesOrEmpty() : new byte[0];
    boolean fits = with(session, in[0], ProgramFiles::isWritten, file -> file.write(data));
    if (!fits) {
      throw new UaException(
          StatusCodes.Bad_OutOfRange, "a program has " + Transfer.BYTES_MAX + " bytes at most");
    }
    return out();
  }

  Variant[] position(NodeId session, Variant[] in) throws UaException {
    return out(
        Variant.ofUInt64(Unsigned.ulong(with(session, in[0], file -> true, Transfer::position))));
  }

  Variant[] goTo(NodeId session, Variant[] in) throws UaException {
    long wanted = in[1].value() instanceof ULong position ? position.longValue() : 0;
    with(
        session,
        in[0],
        file -> true,
        file -> {
          file.goTo(wanted);
          return wanted;
        });
    return out();
  }

  private static boolean isRead(Transfer file) {
    return file.options().isEmpty();
  }

  private static boolean isWritten(Transfer file) {
    return file.options().isPresent();
  }

  /** Does something with an open file, if it was opened for that. */
  private <T> T with(
      NodeId session, Variant handle, Predicate<Transfer> open, Function<Transfer, T> work)
      throws UaException {
    return known(
            transfers.with(
                session,
                handle(handle),
                file -> open.test(file) ? Optional.of(work.apply(file)) : Optional.<T>empty()))
        .orElseThrow(() -> new UaException(StatusCodes.Bad_InvalidState, "not opened for that"));
  }

  private static <T> T known(Optional<T> file) throws UaException {
    return file.orElseThrow(
        () -> new UaException(StatusCodes.Bad_InvalidArgument, "FileHandle: none of this session"));
  }

  private static long handle(Variant argument) {
    return argument.value() instanceof UInteger handle ? handle.longValue() : 0;
  }

  private static Variant handle(long handle) {
    return Variant.ofUInt32(Unsigned.uint(handle));
  }

  private Variant fileVariant() {
    return Variant.ofNodeId(file);
  }

  private static Variant[] out(Variant... outputs) {
    return outputs;
  }
}
