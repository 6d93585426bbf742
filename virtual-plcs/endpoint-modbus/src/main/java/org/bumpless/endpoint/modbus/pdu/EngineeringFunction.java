package org.bumpless.endpoint.modbus.pdu;

/**
 * Function 65, of those that the standard leaves to makers (Modbus Application Protocol V1.1b3, 5):
 * what an engineering station does to a controller of the bench.
 *
 * <p>Request: function code, sub-function, and what the table says; numbers are big-endian, texts
 * UTF-8. Answer: function code, sub-function, and what the table says.
 *
 * <table>
 * <caption>Sub-functions</caption>
 * <tr><th>Number</th><th>Request</th><th>Answer</th></tr>
 * <tr><td>1 state</td><td></td><td>mode (0 RUN, 1 STOP, 2 PROGRAM, 3 FAULT), key (0 RUN, 1 REMOTE, 2
 *     PROGRAM), SHA-256 of the program (32 bytes), its name</td></tr>
 * <tr><td>2 start, 3 stop</td><td></td><td></td></tr>
 * <tr><td>4 begin a download</td><td>length of the text (4 bytes), name of the program</td><td></td>
 *     </tr>
 * <tr><td>5 block</td><td>offset (4 bytes), text</td><td>offset of the next block (4 bytes)</td></tr>
 * <tr><td>6 insert</td><td>0 restart or 1 online change, SHA-256 of the text (32 bytes)</td><td></td>
 *     </tr>
 * <tr><td>7 upload</td><td>offset (4 bytes)</td><td>length of the text (4 bytes), text from there
 *     </td></tr>
 * </table>
 *
 * <p>Exceptions: 1 where key or mode do not allow it, 3 for what is malformed or no program, 6
 * where the controller is busy or another download has begun meanwhile.
 */
public final class EngineeringFunction {
  public static final int CODE = 65;

  public static final int STATE = 1;
  public static final int START = 2;
  public static final int STOP = 3;
  public static final int BEGIN = 4;
  public static final int BLOCK = 5;
  public static final int INSERT = 6;
  public static final int UPLOAD = 7;

  /** Longest text of one block: what is left of a PDU. */
  public static final int BLOCK_BYTES = 240;

  /** Longest program. */
  public static final int TEXT_BYTES = 1 << 20;

  public static final int CHECKSUM_BYTES = 32;

  private EngineeringFunction() {}

  /** Whether a sub-function asks to change something. */
  public static boolean changes(int subFunction) {
    return subFunction != STATE && subFunction != UPLOAD;
  }
}
