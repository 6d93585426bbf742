package org.bumpless.pep.reference.frames;

/** Where one message of a protocol ends and the next begins. */
public interface Framing {
  /** Said when more bytes are needed to tell. */
  int INCOMPLETE = 0;

  /** Said when these bytes begin no message of the protocol. */
  int MALFORMED = -1;

  /**
   * The length of the message that begins at an offset.
   *
   * @param available how many bytes stand from the offset on
   * @return bytes of the whole message, which may be more than are available, 1 to {@link
   *     #longest()}; or {@link #INCOMPLETE} or {@link #MALFORMED}
   */
  int lengthAt(byte[] bytes, int offset, int available);

  /** The longest message that there can be, in bytes. */
  int longest();
}
