package org.bumpless.endpoint.modbus.pdu;

/** Why a controller refuses a request (Modbus Application Protocol V1.1b3, 7). */
public enum ExceptionCode {
  ILLEGAL_FUNCTION(0x01, "illegal function"),
  ILLEGAL_DATA_ADDRESS(0x02, "illegal data address"),
  ILLEGAL_DATA_VALUE(0x03, "illegal data value"),
  SERVER_DEVICE_FAILURE(0x04, "server device failure"),
  ACKNOWLEDGE(0x05, "acknowledge"),
  SERVER_DEVICE_BUSY(0x06, "server device busy"),
  MEMORY_PARITY_ERROR(0x08, "memory parity error"),
  GATEWAY_PATH_UNAVAILABLE(0x0A, "gateway path unavailable"),
  GATEWAY_TARGET_FAILED(0x0B, "gateway target device failed to respond");

  private final int code;
  private final String words;

  ExceptionCode(int code, String words) {
    this.code = code;
    this.words = words;
  }

  public int code() {
    return code;
  }

  /** The written form of any code, known or not: {@code exception 2: illegal data address}. */
  public static String text(int code) {
    for (ExceptionCode known : values()) {
      if (known.code == code) {
        return "exception " + code + ": " + known.words;
      }
    }
    return "exception " + code + ": not in the standard";
  }
}
