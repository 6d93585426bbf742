package org.bumpless.endpoint.s7.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bumpless.endpoint.s7.codec.Functions;
import org.bumpless.endpoint.s7.codec.S7Answer;
import org.bumpless.endpoint.s7.codec.S7Request;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.cpu.Engineering;
import org.bumpless.plc.cpu.Load;
import org.jspecify.annotations.Nullable;

/**
 * Blocks that come and go on one connection. A download is asked for by the station and then
 * fetched by the controller, packet by packet; only the service that inserts the block makes it
 * run. What a block carries is the text of a program, nothing else.
 */
final class Blocks {
  private static final int TEXT_BYTES_MAX = 1 << 20;
  private static final int PART_BYTES = 200;

  /** Error classes, as Wireshark names them: no resources, access, service processing. */
  private static final int NO_RESOURCES = 0x83;

  private static final int PROCESSING = 0x84;
  private static final int ACCESS = 0x87;

  private final Engineering controller;
  private @Nullable String file;
  private final ByteArrayOutputStream coming = new ByteArrayOutputStream();
  private Optional<String> fetched = Optional.empty();
  private byte[] going = new byte[0];
  private int gone;
  private int reference;

  Blocks(Engineering controller) {
    this.controller = controller;
  }

  /** A download begins: it is agreed to, and the first part is asked for. */
  List<S7Answer> begin(S7Request.BeginDownload request) {
    if (request.bytes() > TEXT_BYTES_MAX) {
      return List.of(refused(request.reference(), Functions.REQUEST_DOWNLOAD, NO_RESOURCES));
    }
    file = request.file();
    coming.reset();
    fetched = Optional.empty();
    return List.of(
        new S7Answer.Done(request.reference(), Functions.REQUEST_DOWNLOAD),
        new S7Answer.Fetch(next(), request.file()));
  }

  /** A part has come, or the end of the download has been taken note of. */
  List<S7Answer> take(S7Request.Fetched part) {
    String its = file;
    if (its == null) {
      return List.of();
    }
    if (part.refused() || coming.size() + part.data().length > TEXT_BYTES_MAX) {
      file = null;
      return List.of();
    }
    coming.writeBytes(part.data());
    if (part.more()) {
      return List.of(new S7Answer.Fetch(next(), its));
    }
    file = null;
    fetched = Optional.of(coming.toString(StandardCharsets.UTF_8));
    return List.of(new S7Answer.FetchEnded(next(), its));
  }

  private int next() {
    reference = reference + 1 & 0xFFFF;
    return reference;
  }

  /** The block that was fetched is to run. */
  S7Answer insert(int of) {
    if (fetched.isEmpty()) {
      return refused(of, Functions.PI_SERVICE, PROCESSING);
    }
    String text = fetched.get();
    fetched = Optional.empty();
    return outcome(
        of, Functions.PI_SERVICE, controller.download(S7Request.program(text), Load.RESTART));
  }

  S7Answer beginUpload(int of) {
    Optional<ProgramText> program = controller.upload();
    if (program.isEmpty()) {
      return refused(of, Functions.START_UPLOAD, ACCESS);
    }
    going = program.get().text().getBytes(StandardCharsets.UTF_8);
    gone = 0;
    return new S7Answer.UploadBegun(of, going.length);
  }

  S7Answer upload(int of) {
    int end = Math.min(going.length, gone + PART_BYTES);
    byte[] part = Arrays.copyOfRange(going, gone, end);
    gone = end;
    return new S7Answer.Uploaded(of, part, gone < going.length);
  }

  /** What an order came to, as an answer. */
  static S7Answer outcome(int of, int function, Answer answer) {
    return switch (answer) {
      case Answer.Done() -> new S7Answer.Done(of, function);
      case Answer.Refused refused ->
          refused(
              of,
              function,
              switch (refused.cause()) {
                case KEY -> ACCESS;
                case MODE, PROGRAM, UNKNOWN -> PROCESSING;
                case BUSY -> NO_RESOURCES;
              });
    };
  }

  private static S7Answer.Refused refused(int of, int function, int errorClass) {
    return new S7Answer.Refused(of, function, errorClass, 1);
  }
}
