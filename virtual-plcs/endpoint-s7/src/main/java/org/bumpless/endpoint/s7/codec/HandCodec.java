package org.bumpless.endpoint.s7.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What PLC4X has no classes for, or none that read it from outside, or slow ones: by hand. */
final class HandCodec {
  /** Name of the program invocation service that inserts blocks. */
  private static final String INSERT = "_INSE";

  private static final String START = "P_PROGRAM";

  /** Where the name of the file begins in download and upload jobs. */
  private static final int FILE = 8;

  private static final int FILE_BYTES_MAX = 32;
  private static final int SZL_GROUP = 0x44;
  private static final int SZL_ANSWER = 0x84;
  private static final int SZL_READ = 1;
  private static final int LOCK_GROUP = 0x45;
  private static final int LOCK_ANSWER = 0x85;
  private static final int UNLOCK = 1;
  private static final int LOCK = 2;
  private static final int NO_SUCH_LIST = 0xD401;
  private static final int PASSWORD_WRONG = 0xD602;
  private static final byte OK = (byte) 0xFF;
  private static final byte OCTETS = 9;

  /** Kinds of values in an answer to a read: a bit, or bytes whose length is told in bits. */
  private static final byte BIT = 3;

  private static final byte BYTES = 4;
  private static final int VALUE_HEAD_BYTES = 4;
  private static final byte MORE_FOLLOWS = 1;

  private HandCodec() {}

  static S7Request.Job decode(Packet packet) {
    return switch (packet.type()) {
      case Packet.JOB -> job(packet);
      case Packet.ACK_DATA -> fetched(packet);
      case Packet.USER_DATA -> userData(packet);
      default -> unknown(packet);
    };
  }

  private static S7Request.Job job(Packet packet) {
    int reference = packet.reference();
    return switch (packet.function()) {
      case Functions.PLC_STOP -> new S7Request.Stop(reference);
      case Functions.PI_SERVICE -> service(packet);
      case Functions.REQUEST_DOWNLOAD -> beginDownload(packet);
      case Functions.START_UPLOAD -> new S7Request.BeginUpload(reference, file(packet));
      case Functions.UPLOAD -> new S7Request.Upload(reference);
      case Functions.END_UPLOAD -> new S7Request.EndUpload(reference);
      default -> unknown(packet);
    };
  }

  private static S7Request.Job unknown(Packet packet) {
    return new S7Request.Unknown(packet.reference(), packet.function());
  }

  private static S7Request.Job service(Packet packet) {
    String all = text(packet.parameters());
    if (all.endsWith(START)) {
      return new S7Request.Start(packet.reference());
    }
    return all.endsWith(INSERT) ? new S7Request.Insert(packet.reference()) : unknown(packet);
  }

  /** The block's length stands in digits after its name: one digit, six of load memory, six. */
  private static S7Request.Job beginDownload(Packet packet) {
    String file = file(packet);
    String digits = text(packet.parameters()).replaceFirst("(?s).*(\\d{6})(\\d{6})$", "$1");
    return digits.matches("\\d{6}") && !file.isEmpty()
        ? new S7Request.BeginDownload(packet.reference(), file, Integer.parseInt(digits))
        : unknown(packet);
  }

  private static String file(Packet packet) {
    ByteBuffer parameters = packet.parameters();
    if (parameters.limit() <= FILE) {
      return "";
    }
    int length = parameters.get(FILE) & 0xFF;
    if (length > FILE_BYTES_MAX || parameters.limit() < FILE + 1 + length) {
      return "";
    }
    return text(parameters.slice(FILE + 1, length));
  }

  private static S7Request.Job fetched(Packet packet) {
    if (packet.error()) {
      return new S7Request.Fetched(packet.reference(), new byte[0], false, true);
    }
    ByteBuffer parameters = packet.parameters();
    ByteBuffer contents = packet.contents();
    boolean more = parameters.limit() > 1 && parameters.get(1) == MORE_FOLLOWS;
    if (contents.limit() < 4) {
      return new S7Request.Fetched(packet.reference(), new byte[0], more, false);
    }
    int length = contents.getShort(0) & 0xFFFF;
    byte[] data = new byte[Math.min(length, contents.limit() - 4)];
    contents.get(4, data);
    return new S7Request.Fetched(packet.reference(), data, more, false);
  }

  private static S7Request.Job userData(Packet packet) {
    ByteBuffer parameters = packet.parameters();
    ByteBuffer contents = packet.contents();
    if (parameters.limit() < 8) {
      return unknown(packet);
    }
    int group = parameters.get(5) & 0xFF;
    int wanted = parameters.get(6);
    int sequence = parameters.get(7) & 0xFF;
    if (group == SZL_GROUP && wanted == SZL_READ && contents.limit() >= 8) {
      return new S7Request.ReadStatusList(
          packet.reference(),
          sequence,
          contents.getShort(4) & 0xFFFF,
          contents.getShort(6) & 0xFFFF);
    }
    if (group == LOCK_GROUP && wanted == UNLOCK && contents.limit() >= 4 + Password.CHARACTERS) {
      byte[] password = new byte[Password.CHARACTERS];
      contents.get(4, password);
      return new S7Request.Unlock(packet.reference(), sequence, Password.decode(password));
    }
    return group == LOCK_GROUP && wanted == LOCK
        ? new S7Request.Lock(packet.reference(), sequence)
        : unknown(packet);
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.ISO_8859_1.decode(bytes).toString();
  }

  private static byte[] userData(int group, int wanted, int sequence, int error) {
    return ByteBuffer.allocate(12)
        .put(new byte[] {0, 1, 0x12, 8, 0x12, (byte) group, (byte) wanted, (byte) sequence})
        .putInt(error)
        .array();
  }

  private static byte[] nothing() {
    return new byte[] {(byte) S7Answer.Code.NOT_FOUND.number(), 0, 0, 0};
  }

  /** A value of odd length is filled up where another follows. */
  static byte[] values(S7Answer.Values answer) {
    List<S7Answer.Value> values = answer.values();
    int bytes = 0;
    for (S7Answer.Value value : values) {
      bytes += bytes % 2 + VALUE_HEAD_BYTES + value.bytes().length;
    }
    ByteBuffer data = ByteBuffer.allocate(bytes);
    for (S7Answer.Value value : values) {
      data.position(data.position() + data.position() % 2);
      byte[] own = value.bytes();
      boolean good = value.code() == S7Answer.Code.OK;
      data.put((byte) value.code().number());
      data.put(good ? value.bit() ? BIT : BYTES : 0);
      data.putShort((short) (value.bit() ? own.length : 8 * own.length)).put(own);
    }
    byte[] parameter = {(byte) Functions.READ_VAR, (byte) values.size()};
    return Packet.answer(answer.reference(), parameter, data.array(), 0, 0);
  }

  static byte[] unlocked(S7Answer.Unlocked unlocked) {
    byte[] parameter =
        userData(
            LOCK_ANSWER,
            unlocked.lock() ? LOCK : UNLOCK,
            unlocked.sequence(),
            unlocked.granted() ? 0 : PASSWORD_WRONG);
    return Packet.of(Packet.USER_DATA, unlocked.reference(), parameter, nothing());
  }

  static byte[] statusList(S7Answer.StatusList list) {
    List<byte[]> records = list.records();
    byte[] parameter =
        userData(SZL_ANSWER, SZL_READ, list.sequence(), records.isEmpty() ? NO_SUCH_LIST : 0);
    if (records.isEmpty()) {
      return Packet.of(Packet.USER_DATA, list.reference(), parameter, nothing());
    }
    int each = records.getFirst().length;
    ByteBuffer data =
        ByteBuffer.allocate(12 + each * records.size())
            .put(OK)
            .put(OCTETS)
            .putShort((short) (8 + each * records.size()))
            .putShort((short) list.list())
            .putShort((short) list.index())
            .putShort((short) each)
            .putShort((short) records.size());
    records.forEach(data::put);
    return Packet.of(Packet.USER_DATA, list.reference(), parameter, data.array());
  }

  static byte[] done(S7Answer.Done done) {
    return Packet.answer(done.reference(), new byte[] {(byte) done.function()}, new byte[0], 0, 0);
  }

  static byte[] refused(S7Answer.Refused refused) {
    return Packet.answer(
        refused.reference(),
        new byte[] {(byte) refused.function()},
        new byte[0],
        refused.errorClass(),
        refused.errorCode());
  }

  static byte[] uploadBegun(S7Answer.UploadBegun begun) {
    byte[] length = "%07d".formatted(begun.bytes()).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer parameter =
        ByteBuffer.allocate(9 + length.length)
            .put((byte) Functions.START_UPLOAD)
            .put(new byte[] {0, 1, 0, 0, 0, 0, 7})
            .put((byte) length.length)
            .put(length);
    return Packet.answer(begun.reference(), parameter.array(), new byte[0], 0, 0);
  }

  static byte[] uploaded(S7Answer.Uploaded uploaded) {
    byte[] parameter = {(byte) Functions.UPLOAD, uploaded.more() ? MORE_FOLLOWS : 0};
    byte[] part = uploaded.part();
    ByteBuffer data =
        ByteBuffer.allocate(4 + part.length)
            .putShort((short) part.length)
            .putShort((short) 0x00FB)
            .put(part);
    return Packet.answer(uploaded.reference(), parameter, data.array(), 0, 0);
  }

  static byte[] fetch(S7Answer.Fetch fetch) {
    return Packet.of(
        Packet.JOB, fetch.reference(), named(Functions.DOWNLOAD_BLOCK, fetch.file()), new byte[0]);
  }

  static byte[] fetchEnded(S7Answer.FetchEnded ended) {
    return Packet.of(
        Packet.JOB, ended.reference(), named(Functions.DOWNLOAD_ENDED, ended.file()), new byte[0]);
  }

  private static byte[] named(int function, String file) {
    byte[] name = file.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(FILE + 1 + name.length)
        .put((byte) function)
        .put(new byte[FILE - 1])
        .put((byte) name.length)
        .put(name)
        .array();
  }
}
