package org.bumpless.endpoint.modbus.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bumpless.endpoint.modbus.pdu.EngineeringFunction;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.dial.Trouble.MalformedAnswer;

/**
 * What an engineering station does by {@link EngineeringFunction}: requests, one after the other;
 * the first that is refused ends it.
 */
record ProgramWork(int unit, List<byte[]> pdus, String text) implements Work {

  /** Downloads a program, which then begins anew. */
  static ProgramWork download(int unit, ProgramText program) {
    byte[] text = program.text().getBytes(StandardCharsets.UTF_8);
    byte[] name = program.name().getBytes(StandardCharsets.UTF_8);
    byte[] begin =
        request(
            EngineeringFunction.BEGIN,
            ByteBuffer.allocate(Integer.BYTES + name.length).putInt(text.length).put(name));
    byte[] insert =
        request(
            EngineeringFunction.INSERT,
            ByteBuffer.allocate(1 + EngineeringFunction.CHECKSUM_BYTES)
                .put((byte) 0)
                .put(HexFormat.of().parseHex(program.checksum())));
    int blocks =
        (text.length + EngineeringFunction.BLOCK_BYTES - 1) / EngineeringFunction.BLOCK_BYTES;
    Stream<byte[]> all =
        IntStream.range(0, blocks).mapToObj(i -> block(text, i * EngineeringFunction.BLOCK_BYTES));
    return new ProgramWork(
        unit,
        Stream.concat(Stream.concat(Stream.of(begin), all), Stream.of(insert)).toList(),
        "FC65 download of %s in %d blocks".formatted(program.name(), blocks));
  }

  /** Starts or stops the program that is loaded. */
  static ProgramWork mode(int unit, boolean run) {
    int sub = run ? EngineeringFunction.START : EngineeringFunction.STOP;
    return new ProgramWork(
        unit, List.of(request(sub, ByteBuffer.allocate(0))), "FC65 " + (run ? "start" : "stop"));
  }

  private static byte[] block(byte[] text, int offset) {
    byte[] part =
        Arrays.copyOfRange(
            text, offset, Math.min(text.length, offset + EngineeringFunction.BLOCK_BYTES));
    return request(
        EngineeringFunction.BLOCK,
        ByteBuffer.allocate(Integer.BYTES + part.length).putInt(offset).put(part));
  }

  private static byte[] request(int sub, ByteBuffer data) {
    byte[] pdu = new byte[2 + data.capacity()];
    pdu[0] = EngineeringFunction.CODE;
    pdu[1] = (byte) sub;
    data.flip().get(pdu, 2, data.limit());
    return pdu;
  }

  @Override
  public Outcome on(Link link) throws IOException {
    for (byte[] pdu : pdus) {
      switch (link.ask(unit, pdu)) {
        case Reply.Good(ByteBuffer answer) -> check(pdu, answer);
        case Reply.Bad bad -> {
          return bad.outcome();
        }
      }
    }
    return new Outcome.Answered(Map.of(), text);
  }

  private static void check(byte[] pdu, ByteBuffer answer) throws MalformedAnswer {
    int data = pdu[1] == EngineeringFunction.BLOCK ? Integer.BYTES : 0;
    if (answer.limit() != 2 + data || answer.get(1) != pdu[1]) {
      throw new MalformedAnswer(
          "answer to FC65 sub-function %d that is none to it (%d bytes); closed"
              .formatted(pdu[1], answer.limit()));
    }
  }
}
