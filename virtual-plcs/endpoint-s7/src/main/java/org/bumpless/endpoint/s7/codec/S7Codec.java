package org.bumpless.endpoint.s7.codec;

/** Between packets and what they mean; without any state. */
public interface S7Codec {

  /**
   * What a packet asks for.
   *
   * @param packet whole, with its TPKT header
   * @throws BadPacketException if it is no packet of the protocol: the connection ends
   */
  S7Request decode(byte[] packet) throws BadPacketException;

  /** The packet of an answer, with its TPKT header. */
  byte[] encode(S7Answer answer);
}
