package org.bumpless.endpoint.s7.codec;

import java.util.List;

/** What a controller answers. */
public sealed interface S7Answer {
  /** The connection stands; both ends are named as the request has named them. */
  record Connected(int destinationReference, int callingTsap, int calledTsap) implements S7Answer {}

  record SetUp(int reference, int calling, int called, int pduBytes) implements S7Answer {}

  /** One value for each place, in the order of the request. */
  record Values(int reference, List<Value> values) implements S7Answer {
    public Values {
      values = List.copyOf(values);
    }
  }

  /**
   * What stands at one place.
   *
   * @param bytes empty unless the code is OK
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
  record Value(Code code, boolean bit, byte[] bytes) {}

  /** Whether each place has been written. */
  record Written(int reference, List<Code> codes) implements S7Answer {
    public Written {
      codes = List.copyOf(codes);
    }
  }

  /**
   * A system status list, or that there is none.
   *
   * @param records each of the same length; empty if there is no such list
   */
  record StatusList(int reference, int sequence, int list, int index, List<byte[]> records)
      implements S7Answer {
    public StatusList {
      records = List.copyOf(records);
    }
  }

  /** Whether a password opened the controller, or that it is closed again. */
  record Unlocked(int reference, int sequence, boolean lock, boolean granted) implements S7Answer {}

  /** A job without anything to tell has been done. */
  record Done(int reference, int function) implements S7Answer {}

  /** What a job asks for is refused. */
  record Refused(int reference, int function, int errorClass, int errorCode) implements S7Answer {}

  /** An upload begins. */
  record UploadBegun(int reference, int bytes) implements S7Answer {}

  /** A part of an upload. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
  record Uploaded(int reference, byte[] part, boolean more) implements S7Answer {}

  /** The controller asks for the next part of a block. */
  record Fetch(int reference, String file) implements S7Answer {}

  /** The controller has the block. */
  record FetchEnded(int reference, String file) implements S7Answer {}

  /** How a place was found. */
  enum Code {
    OK(0xFF),
    ACCESS_DENIED(0x03),
    INVALID_ADDRESS(0x05),
    DATA_TYPE_NOT_SUPPORTED(0x06),
    NOT_FOUND(0x0A);

    private final int number;

    Code(int number) {
      this.number = number;
    }

    public int number() {
      return number;
    }
  }
}
