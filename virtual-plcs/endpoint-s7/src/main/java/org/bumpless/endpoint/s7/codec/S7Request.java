package org.bumpless.endpoint.s7.codec;

import java.util.List;
import org.bumpless.plant.model.ProgramText;

/** What somebody asks of a controller. */
public sealed interface S7Request {

  /** A connection of ISO transport (COTP connection request). */
  record Connect(int sourceReference, int callingTsap, int calledTsap) implements S7Request {}

  /** What comes on the connection; carries the reference under which it is answered. */
  sealed interface Job extends S7Request {
    int reference();
  }

  /**
   * How long packets are and how many may be under way.
   *
   * @param pduBytes longest packet that the client takes
   */
  record Setup(int reference, int calling, int called, int pduBytes) implements Job {}

  record Read(int reference, List<Item> items) implements Job {
    public Read {
      items = List.copyOf(items);
    }
  }

  /**
   * A write.
   *
   * @param values what is to stand in each place, as its bytes; 0 or 1 for a bit
   */
  record Write(int reference, List<Item> items, List<byte[]> values) implements Job {
    public Write {
      items = List.copyOf(items);
      values = List.copyOf(values);
    }
  }

  /**
   * A system status list.
   *
   * @param sequence to be repeated in the answer
   */
  record ReadStatusList(int reference, int sequence, int list, int index) implements Job {}

  /**
   * Somebody gives the password.
   *
   * @param sequence to be repeated in the answer
   */
  record Unlock(int reference, int sequence, String password) implements Job {}

  /** Somebody gives back what the password has opened. */
  record Lock(int reference, int sequence) implements Job {}

  record Stop(int reference) implements Job {}

  record Start(int reference) implements Job {}

  /**
   * A block is to come: the controller fetches it then.
   *
   * @param file name of the block, for example {@code _0800001P}
   * @param bytes of its contents
   */
  record BeginDownload(int reference, String file, int bytes) implements Job {}

  /** The block that was fetched is to run from now on. */
  record Insert(int reference) implements Job {}

  record BeginUpload(int reference, String file) implements Job {}

  record Upload(int reference) implements Job {}

  record EndUpload(int reference) implements Job {}

  /** An answer to what the controller itself has asked while it fetches a block. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
  record Fetched(int reference, byte[] data, boolean more, boolean refused) implements Job {}

  /** Something that controllers of the bench do not do. */
  record Unknown(int reference, int function) implements Job {}

  /** The name of a program in a block: the text is all that a block carries. */
  static ProgramText program(String text) {
    return new ProgramText("OB1", text);
  }
}
