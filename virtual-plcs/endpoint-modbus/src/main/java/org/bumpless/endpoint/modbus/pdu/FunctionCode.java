package org.bumpless.endpoint.modbus.pdu;

/**
 * The public function codes that the controllers of the plant know (Modbus Application Protocol
 * V1.1b3, 6).
 */
public final class FunctionCode {
  public static final int READ_COILS = 1;
  public static final int READ_DISCRETE_INPUTS = 2;
  public static final int READ_HOLDING_REGISTERS = 3;
  public static final int READ_INPUT_REGISTERS = 4;
  public static final int WRITE_SINGLE_COIL = 5;
  public static final int WRITE_SINGLE_REGISTER = 6;
  public static final int WRITE_MULTIPLE_COILS = 15;
  public static final int WRITE_MULTIPLE_REGISTERS = 16;
  public static final int MASK_WRITE_REGISTER = 22;
  public static final int READ_WRITE_REGISTERS = 23;
  public static final int ENCAPSULATED_INTERFACE = 43;

  /** The MEI type of function 43 that reads device identification (6.21). */
  public static final int MEI_DEVICE_IDENTIFICATION = 14;

  /** What an exception answer adds to the function code of its request. */
  public static final int EXCEPTION_BIT = 0x80;

  private FunctionCode() {}

  /** Whether a request with this code asks to change the process image. */
  public static boolean writes(int function) {
    return switch (function) {
      case WRITE_SINGLE_COIL,
          WRITE_SINGLE_REGISTER,
          WRITE_MULTIPLE_COILS,
          WRITE_MULTIPLE_REGISTERS,
          MASK_WRITE_REGISTER,
          READ_WRITE_REGISTERS ->
          true;
      default -> false;
    };
  }
}
