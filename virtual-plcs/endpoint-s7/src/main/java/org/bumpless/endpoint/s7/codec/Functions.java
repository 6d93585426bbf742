package org.bumpless.endpoint.s7.codec;

/** Numbers of the functions of S7comm, by the names of Wireshark's dissector. */
public final class Functions {
  public static final int READ_VAR = 0x04;
  public static final int WRITE_VAR = 0x05;
  public static final int REQUEST_DOWNLOAD = 0x1A;
  public static final int DOWNLOAD_BLOCK = 0x1B;
  public static final int DOWNLOAD_ENDED = 0x1C;
  public static final int START_UPLOAD = 0x1D;
  public static final int UPLOAD = 0x1E;
  public static final int END_UPLOAD = 0x1F;
  public static final int PI_SERVICE = 0x28;
  public static final int PLC_STOP = 0x29;
  public static final int SETUP_COMMUNICATION = 0xF0;

  private Functions() {}
}
