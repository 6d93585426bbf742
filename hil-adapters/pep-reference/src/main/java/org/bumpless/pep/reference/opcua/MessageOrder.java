package org.bumpless.pep.reference.opcua;

/**
 * Where the chunks of a channel stand in their sequence (OPC 10000-6, 6.7.2.4), as far as they can
 * be read.
 *
 * <p>The sequence header of an encrypted chunk is cipher text. A client that shapes cipher text so
 * that a harmless service id seems to stand there would have to hit the sequence number as well, in
 * every message.
 */
final class MessageOrder {
  private static final long UNKNOWN = -1;

  /** From here on a number may start anew below {@link #RESTART_MAX}. */
  private static final long WRAP_MIN = 0xFFFF_FFFFL - 1024;

  private static final long RESTART_MAX = 1024;

  private long sequence = UNKNOWN;
  private long unfinished = UNKNOWN;

  /** Forgets all: what went by could not be read. */
  void forget() {
    sequence = UNKNOWN;
    unfinished = UNKNOWN;
  }

  /** A chunk went by whose number is known to be the next without being readable. */
  void skip() {
    if (sequence != UNKNOWN) {
      sequence++;
    }
  }

  /**
   * Takes a chunk's number.
   *
   * @return whether it is the one that must come now
   */
  boolean follows(long number) {
    boolean next =
        sequence == UNKNOWN
            || number == sequence + 1
            || sequence >= WRAP_MIN && number < RESTART_MAX;
    sequence = number;
    return next;
  }

  /** Whether a message is under way whose chunks have not all come. */
  boolean midMessage() {
    return unfinished != UNKNOWN;
  }

  /** Whether a chunk belongs to the message that is under way. */
  boolean continues(long request) {
    return unfinished == request;
  }

  /** Notes whether the message of a chunk goes on after it. */
  void note(long request, boolean more) {
    unfinished = more ? request : UNKNOWN;
  }
}
