package org.bumpless.endpoint.modbus.client;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bumpless.endpoint.modbus.pdu.Limits;
import org.bumpless.endpoint.modbus.pdu.Range;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plc.protocol.TagWords;

/**
 * How one tag is written.
 *
 * @param pdus the requests, one after the other
 * @param delivery what is done to their frames
 * @param text the requests in words
 */
record WritePlan(List<byte[]> pdus, Delivery delivery, String text) {

  /** What is done to the frame of a write on its way out. */
  sealed interface Delivery {
    /** One frame, one segment. */
    record Whole() implements Delivery {}

    /** The first bytes, then the rest in a segment of their own. */
    record Split(int firstBytes) implements Delivery {}

    /** Behind a number of reads in one segment. */
    @SuppressWarnings("ArrayRecordComponent") // built once, compared by nobody
    record Behind(byte[] read, Range range, int times) implements Delivery {}

    record WrongUnit() implements Delivery {}

    /** A header with this protocol id and length field; a length of 0 stands for the true one. */
    record WrongHeader(int protocol, int length) implements Delivery {}
  }

  private static final int OVERSIZED = 300;

  /** The header's first three bytes: transaction id and half of the protocol id. */
  private static final int IN_HEADER = 3;

  /** Header, function code and address. */
  private static final int IN_BODY = Limits.HEADER_BYTES + 3;

  /**
   * Works the requests out.
   *
   * @throws IllegalArgumentException if the tag cannot be written so, or the value is not of its
   *     type
   */
  static WritePlan of(TagBook book, Operation.Write write) {
    Tag tag = book.tag(write.tag());
    Manner manner = Manner.of(write.manner(), tag);
    requireType(tag, write.value());
    Range range = TagBook.range(tag);
    List<byte[]> pdus =
        range.table() == Table.COIL
            ? List.of(coil(range.offset(), TagWords.word(write.value(), 0) != 0, manner))
            : registers(range.offset(), words(write.value(), range.count()), manner);
    return new WritePlan(pdus, delivery(manner, range), "FC" + pdus.getFirst()[0] + " " + range);
  }

  /**
   * Checks that a value can stand in a tag.
   *
   * @throws IllegalArgumentException if it is of another type
   */
  static void requireType(Tag tag, TagValue value) {
    if (value.type() != tag.type()) {
      throw new IllegalArgumentException(
          "tag %s: value %s is a %s, expected a %s"
              .formatted(tag.id(), value, value.type(), tag.type()));
    }
  }

  /** The words in which a value travels. */
  static int[] words(TagValue value, int count) {
    return IntStream.range(0, count).map(word -> TagWords.word(value, word)).toArray();
  }

  private static byte[] coil(int offset, boolean value, Manner manner) {
    return manner == Manner.FUNCTION_15
        ? Requests.writeCoils(offset, value)
        : Requests.writeCoil(offset, value);
  }

  private static List<byte[]> registers(int offset, int[] words, Manner manner) {
    return switch (manner) {
      case FUNCTION_16 -> List.of(Requests.writeRegisters(offset, words));
      case FUNCTION_23 -> List.of(Requests.writeAndReadBack(offset, words));
      case FUNCTION_6, FUNCTION_22 -> {
        List<byte[]> pdus = new ArrayList<>();
        for (int index = 0; index < words.length; index++) {
          pdus.add(
              manner == Manner.FUNCTION_6
                  ? Requests.writeRegister(offset + index, words[index])
                  : Requests.maskWrite(offset + index, 0, words[index]));
        }
        yield pdus;
      }
      default ->
          words.length == 1
              ? List.of(Requests.writeRegister(offset, words[0]))
              : List.of(Requests.writeRegisters(offset, words));
    };
  }

  private static Delivery delivery(Manner manner, Range range) {
    return switch (manner) {
      case PLAIN, FUNCTION_5, FUNCTION_6, FUNCTION_15, FUNCTION_16, FUNCTION_22, FUNCTION_23 ->
          new Delivery.Whole();
      case SPLIT_FRAME -> new Delivery.Split(Limits.HEADER_BYTES);
      case SPLIT_IN_HEADER -> new Delivery.Split(IN_HEADER);
      case SPLIT_IN_BODY -> new Delivery.Split(IN_BODY);
      case BEHIND_A_READ -> new Delivery.Behind(Requests.read(range), range, 1);
      case BEHIND_TWO_READS -> new Delivery.Behind(Requests.read(range), range, 2);
      case WRONG_UNIT -> new Delivery.WrongUnit();
      case OVERSIZED_LENGTH -> new Delivery.WrongHeader(0, OVERSIZED);
      case WRONG_PROTOCOL_ID -> new Delivery.WrongHeader(1, 0);
    };
  }
}
