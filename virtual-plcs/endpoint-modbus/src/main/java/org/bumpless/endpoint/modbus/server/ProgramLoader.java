package org.bumpless.endpoint.modbus.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.bumpless.endpoint.modbus.pdu.EngineeringFunction;
import org.bumpless.endpoint.modbus.pdu.ExceptionCode;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.cpu.CpuState;
import org.bumpless.plc.cpu.Engineering;
import org.bumpless.plc.cpu.Load;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link EngineeringFunction}: modes, download and upload. One download at a time; a new
 * one takes the place of one that was not finished. Safe for any number of threads.
 */
final class ProgramLoader {
  private static final int NAME_BYTES_MAX = 63;
  private static final Result MALFORMED = new Result.Refused(ExceptionCode.ILLEGAL_DATA_VALUE);

  private final Engineering controller;
  private @Nullable Download download;

  ProgramLoader(Engineering controller) {
    this.controller = controller;
  }

  /** The sub-function of a request; 0 if it has none. */
  static int subFunction(Pdu pdu) {
    return pdu.length() > 1 ? pdu.unsignedByte(1) : 0;
  }

  /** A request in words. */
  static String text(Pdu pdu) {
    String words =
        switch (subFunction(pdu)) {
          case EngineeringFunction.STATE -> "state";
          case EngineeringFunction.START -> "start";
          case EngineeringFunction.STOP -> "stop";
          case EngineeringFunction.BEGIN -> "download begins";
          case EngineeringFunction.BLOCK -> "download block";
          case EngineeringFunction.INSERT -> "download ends";
          case EngineeringFunction.UPLOAD -> "upload";
          default -> "unknown";
        };
    return "FC65 " + words;
  }

  /** Carries a request out. */
  Result answer(Pdu pdu, String peer) {
    ByteBuffer rest = pdu.rest();
    int sub = subFunction(pdu);
    return switch (sub) {
      case EngineeringFunction.STATE -> state();
      case EngineeringFunction.START -> carriedOut(sub, controller::start);
      case EngineeringFunction.STOP -> carriedOut(sub, controller::stop);
      case EngineeringFunction.BEGIN -> begin(rest, peer);
      case EngineeringFunction.BLOCK -> block(rest, peer);
      case EngineeringFunction.INSERT -> insert(rest, peer);
      case EngineeringFunction.UPLOAD -> upload(rest);
      default -> new Result.Refused(ExceptionCode.ILLEGAL_FUNCTION);
    };
  }

  private Result state() {
    CpuState state = controller.state();
    byte[] name = state.program().name().getBytes(StandardCharsets.UTF_8);
    return done(
        EngineeringFunction.STATE,
        ByteBuffer.allocate(2 + EngineeringFunction.CHECKSUM_BYTES + name.length)
            .put(code(state.mode()))
            .put(code(state.key()))
            .put(HexFormat.of().parseHex(state.program().checksum()))
            .put(name));
  }

  private static byte code(OperatingMode mode) {
    return switch (mode) {
      case RUN -> 0;
      case STOP -> 1;
      case PROGRAM -> 2;
      case FAULT -> 3;
    };
  }

  private static byte code(KeySwitch key) {
    return switch (key) {
      case RUN -> 0;
      case REMOTE -> 1;
      case PROGRAM -> 2;
    };
  }

  private static Result carriedOut(int sub, Supplier<Answer> order) {
    return switch (order.get()) {
      case Answer.Done() -> done(sub, ByteBuffer.allocate(0));
      case Answer.Refused refused ->
          new Result.Refused(
              switch (refused.cause()) {
                case KEY, MODE -> ExceptionCode.ILLEGAL_FUNCTION;
                case PROGRAM, UNKNOWN -> ExceptionCode.ILLEGAL_DATA_VALUE;
                case BUSY -> ExceptionCode.SERVER_DEVICE_BUSY;
              });
    };
  }

  private synchronized Result begin(ByteBuffer request, String peer) {
    if (request.remaining() <= Integer.BYTES) {
      return MALFORMED;
    }
    int bytes = request.getInt();
    String name = text(request);
    if (bytes < 0
        || bytes > EngineeringFunction.TEXT_BYTES
        || name.length() > NAME_BYTES_MAX
        || !ProgramText.isName(name)) {
      return MALFORMED;
    }
    download = new Download(peer, name, bytes);
    return done(EngineeringFunction.BEGIN, ByteBuffer.allocate(0));
  }

  private synchronized Result block(ByteBuffer request, String peer) {
    Download its = download;
    if (its == null || !its.belongsTo(peer)) {
      return new Result.Refused(ExceptionCode.SERVER_DEVICE_BUSY);
    }
    if (request.remaining() <= Integer.BYTES) {
      return MALFORMED;
    }
    int offset = request.getInt();
    if (!its.add(offset, bytes(request))) {
      return MALFORMED;
    }
    return done(
        EngineeringFunction.BLOCK, ByteBuffer.allocate(Integer.BYTES).putInt(its.received()));
  }

  private Result insert(ByteBuffer request, String peer) {
    Optional<Download> ended = take(peer);
    if (ended.isEmpty()) {
      return new Result.Refused(ExceptionCode.SERVER_DEVICE_BUSY);
    }
    if (request.remaining() != 1 + EngineeringFunction.CHECKSUM_BYTES) {
      return MALFORMED;
    }
    Load load = request.get() == 0 ? Load.RESTART : Load.ONLINE;
    return ended
        .get()
        .whole(HexFormat.of().formatHex(bytes(request)))
        .map(
            program ->
                carriedOut(EngineeringFunction.INSERT, () -> controller.download(program, load)))
        .orElse(MALFORMED);
  }

  private synchronized Optional<Download> take(String peer) {
    Optional<Download> its = Optional.ofNullable(download).filter(one -> one.belongsTo(peer));
    if (its.isPresent()) {
      download = null;
    }
    return its;
  }

  private Result upload(ByteBuffer request) {
    if (request.remaining() != Integer.BYTES) {
      return MALFORMED;
    }
    Optional<ProgramText> program = controller.upload();
    if (program.isEmpty()) {
      return new Result.Refused(ExceptionCode.ILLEGAL_FUNCTION);
    }
    byte[] text = program.get().text().getBytes(StandardCharsets.UTF_8);
    int offset = request.getInt();
    if (offset < 0 || offset > text.length) {
      return new Result.Refused(ExceptionCode.ILLEGAL_DATA_ADDRESS);
    }
    byte[] part =
        Arrays.copyOfRange(
            text, offset, Math.min(text.length, offset + EngineeringFunction.BLOCK_BYTES));
    return done(
        EngineeringFunction.UPLOAD,
        ByteBuffer.allocate(Integer.BYTES + part.length).putInt(text.length).put(part));
  }

  private static String text(ByteBuffer rest) {
    return new String(bytes(rest), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ByteBuffer rest) {
    byte[] bytes = new byte[rest.remaining()];
    rest.get(bytes);
    return bytes;
  }

  private static Result done(int sub, ByteBuffer data) {
    byte[] whole = new byte[1 + data.capacity()];
    whole[0] = (byte) sub;
    data.flip().get(whole, 1, data.limit());
    return new Result.Done(whole);
  }
}
