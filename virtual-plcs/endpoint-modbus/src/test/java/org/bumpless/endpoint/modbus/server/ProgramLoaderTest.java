package org.bumpless.endpoint.modbus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bumpless.endpoint.modbus.pdu.EngineeringFunction;
import org.bumpless.endpoint.modbus.pdu.ExceptionCode;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plc.cpu.Answer;
import org.bumpless.plc.cpu.CpuState;
import org.bumpless.plc.cpu.Diagnostic;
import org.bumpless.plc.cpu.Engineering;
import org.bumpless.plc.cpu.Load;
import org.junit.jupiter.api.Test;

class ProgramLoaderTest {
  private static final ProgramText NEW = new ProgramText("next", "PROGRAM next END_PROGRAM");

  private final Told controller = new Told();
  private final ProgramLoader loader = new ProgramLoader(controller);

  /** A controller that writes down what it is told. */
  private static final class Told implements Engineering {
    private final List<String> orders = new ArrayList<>();
    private ProgramText program = new ProgramText("first", "x".repeat(500));
    private Answer answer = new Answer.Done();
    private boolean open = true;

    @Override
    public CpuState state() {
      return new CpuState(OperatingMode.RUN, KeySwitch.REMOTE, program, "", "", 0);
    }

    @Override
    public Answer start() {
      orders.add("start");
      return answer;
    }

    @Override
    public Answer stop() {
      orders.add("stop");
      return answer;
    }

    @Override
    public Answer download(ProgramText next, Load load) {
      orders.add(load + " " + next.name());
      program = next;
      return answer;
    }

    @Override
    public Optional<ProgramText> upload() {
      return open ? Optional.of(program) : Optional.empty();
    }

    @Override
    public Answer force(String name, OptionalDouble value) {
      throw new IllegalStateException("nobody forces over Modbus");
    }

    @Override
    public List<Diagnostic> diagnostics() {
      return List.of();
    }
  }

  @Test
  void theStateTellsModeKeyChecksumAndName() {
    byte[] state = done(ask("a", EngineeringFunction.STATE));

    assertThat(state).startsWith(1, 0, 1);
    assertThat(HexFormat.of().formatHex(state, 3, 35)).isEqualTo(controller.program.checksum());
    assertThat(new String(state, 35, state.length - 35, StandardCharsets.UTF_8)).isEqualTo("first");
  }

  @Test
  void aDownloadOfBlocksIsInsertedWhole() {
    begin("a", NEW);
    byte[] text = bytes(NEW.text());
    assertThat(done(block("a", 0, text, 0, 10))).containsExactly(5, 0, 0, 0, 10);
    done(block("a", 10, text, 10, text.length));
    done(insert("a", NEW, 0));

    assertThat(controller.orders).containsExactly("RESTART next");
    assertThat(controller.program).isEqualTo(NEW);
  }

  @Test
  void anOnlineChangeSaysSo() {
    begin("a", NEW);
    byte[] text = bytes(NEW.text());
    done(block("a", 0, text, 0, text.length));
    done(insert("a", NEW, 1));

    assertThat(controller.orders).containsExactly("ONLINE next");
  }

  @Test
  void whatIsNotWholeOrNotWhatItsSenderSaysIsNotInserted() {
    byte[] text = bytes(NEW.text());
    begin("a", NEW);
    done(block("a", 0, text, 0, 10));
    assertThat(refused(insert("a", NEW, 0))).isEqualTo(ExceptionCode.ILLEGAL_DATA_VALUE);

    begin("a", NEW);
    text[3] = 'X';
    done(block("a", 0, text, 0, text.length));
    assertThat(refused(insert("a", NEW, 0))).isEqualTo(ExceptionCode.ILLEGAL_DATA_VALUE);
    assertThat(controller.orders).isEmpty();
  }

  @Test
  void blocksComeInOrderAndFromWhomTheyBegan() {
    byte[] text = bytes(NEW.text());
    assertThat(refused(block("a", 0, text, 0, 5))).isEqualTo(ExceptionCode.SERVER_DEVICE_BUSY);
    begin("a", NEW);
    assertThat(refused(block("b", 0, text, 0, 5))).isEqualTo(ExceptionCode.SERVER_DEVICE_BUSY);
    assertThat(refused(block("a", 5, text, 0, 5))).isEqualTo(ExceptionCode.ILLEGAL_DATA_VALUE);
    assertThat(refused(block("a", 0, new byte[200], 0, 200)))
        .isEqualTo(ExceptionCode.ILLEGAL_DATA_VALUE);
    begin("b", NEW);
    assertThat(refused(block("a", 0, text, 0, 5))).isEqualTo(ExceptionCode.SERVER_DEVICE_BUSY);
    assertThat(refused(insert("a", NEW, 0))).isEqualTo(ExceptionCode.SERVER_DEVICE_BUSY);
  }

  @Test
  void aProgramIsUploadedPartByPart() {
    byte[] first = done(ask("a", EngineeringFunction.UPLOAD, 0, 0, 0, 0));
    byte[] last = done(ask("a", EngineeringFunction.UPLOAD, 0, 0, 1, (byte) 0xE0));

    assertThat(first).hasSize(1 + 4 + 240).startsWith(7, 0, 0, 1, (byte) 0xF4);
    assertThat(last).hasSize(1 + 4 + 20);
    assertThat(refused(ask("a", EngineeringFunction.UPLOAD, 0, 0, 2, 0)))
        .isEqualTo(ExceptionCode.ILLEGAL_DATA_ADDRESS);
    controller.open = false;
    assertThat(refused(ask("a", EngineeringFunction.UPLOAD, 0, 0, 0, 0)))
        .isEqualTo(ExceptionCode.ILLEGAL_FUNCTION);
  }

  @Test
  void whatTheControllerRefusesIsRefused() {
    controller.answer = new Answer.Refused(Answer.Cause.KEY, "the key");
    assertThat(refused(ask("a", EngineeringFunction.STOP)))
        .isEqualTo(ExceptionCode.ILLEGAL_FUNCTION);
    controller.answer = new Answer.Refused(Answer.Cause.BUSY, "busy");
    assertThat(refused(ask("a", EngineeringFunction.START)))
        .isEqualTo(ExceptionCode.SERVER_DEVICE_BUSY);
    assertThat(controller.orders).containsExactly("stop", "start");
  }

  @Test
  void theLengthOfATextIsBounded() {
    assertThat(refused(ask("a", EngineeringFunction.BEGIN, 0x7F, -1, -1, -1, 'p')))
        .isEqualTo(ExceptionCode.ILLEGAL_DATA_VALUE);
    assertThat(refused(ask("a", EngineeringFunction.BEGIN, -1, -1, -1, -1, 'p')))
        .isEqualTo(ExceptionCode.ILLEGAL_DATA_VALUE);
    assertThat(refused(ask("a", EngineeringFunction.BEGIN, 0, 0, 0, 1, '/')))
        .isEqualTo(ExceptionCode.ILLEGAL_DATA_VALUE);
    assertThat(refused(ask("a", 99))).isEqualTo(ExceptionCode.ILLEGAL_FUNCTION);
    assertThat(refused(loader.answer(new Pdu(new byte[] {65}, 0, 1), "a")))
        .isEqualTo(ExceptionCode.ILLEGAL_FUNCTION);
  }

  private void begin(String peer, ProgramText program) {
    byte[] name = bytes(program.name());
    ByteBuffer data = ByteBuffer.allocate(4 + name.length);
    data.putInt(bytes(program.text()).length).put(name);
    done(send(peer, EngineeringFunction.BEGIN, data.array()));
  }

  private Result block(String peer, int offset, byte[] text, int from, int to) {
    ByteBuffer data = ByteBuffer.allocate(4 + to - from);
    data.putInt(offset).put(text, from, to - from);
    return send(peer, EngineeringFunction.BLOCK, data.array());
  }

  private Result insert(String peer, ProgramText program, int load) {
    ByteBuffer data = ByteBuffer.allocate(33);
    data.put((byte) load).put(HexFormat.of().parseHex(program.checksum()));
    return send(peer, EngineeringFunction.INSERT, data.array());
  }

  private Result ask(String peer, int sub, int... data) {
    byte[] bytes = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      bytes[i] = (byte) data[i];
    }
    return send(peer, sub, bytes);
  }

  private Result send(String peer, int sub, byte[] data) {
    byte[] pdu = new byte[2 + data.length];
    pdu[0] = EngineeringFunction.CODE;
    pdu[1] = (byte) sub;
    System.arraycopy(data, 0, pdu, 2, data.length);
    return loader.answer(new Pdu(pdu, 0, pdu.length), peer);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] done(Result result) {
    assertThat(result).isInstanceOf(Result.Done.class);
    return ((Result.Done) result).data();
  }

  private static ExceptionCode refused(Result result) {
    assertThat(result).isInstanceOf(Result.Refused.class);
    return ((Result.Refused) result).code();
  }
}
