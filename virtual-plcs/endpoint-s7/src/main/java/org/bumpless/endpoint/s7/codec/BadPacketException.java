package org.bumpless.endpoint.s7.codec;

/** Bytes that are no packet of the protocol. */
public final class BadPacketException extends Exception {
  private static final long serialVersionUID = 1L;

  public BadPacketException(String what) {
    super(what);
  }
}
