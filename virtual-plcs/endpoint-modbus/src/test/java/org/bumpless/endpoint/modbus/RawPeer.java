package org.bumpless.endpoint.modbus;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;
import java.util.Locale;

/** A TCP peer that sends and reads bytes as hexadecimal text; blanks are for the reader. */
public final class RawPeer implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 5000;
  private static final HexFormat HEX = HexFormat.of();

  private final Socket socket;

  public RawPeer(InetSocketAddress address) throws IOException {
    socket = new Socket(address.getAddress(), address.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
  }

  /** Sends bytes in one segment. */
  public RawPeer send(String hex) throws IOException {
    return send(HEX.parseHex(hex.replace(" ", "")));
  }

  public RawPeer send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Sends a PDU to the controller's unit with transaction id 1 and returns the answer's PDU. */
  public String ask(String pdu) throws IOException {
    send(frame(1, TestPlant.UNIT, pdu));
    String answer = readFrame();
    String head = "0001 0000 %04X %02X".formatted(answer.replace(" ", "").length() / 2 - 6, 7);
    if (!answer.startsWith(head.replace(" ", "").toLowerCase(Locale.ROOT))) {
      throw new AssertionError("answer with a wrong header: " + answer);
    }
    return answer.substring(14);
  }

  /** A whole frame as hexadecimal text. */
  public static String frame(int transaction, int unit, String pdu) {
    String body = pdu.replace(" ", "");
    return "%04X0000%04X%02X%s".formatted(transaction, 1 + body.length() / 2, unit, body);
  }

  /** The next answer, header and all, as lower-case text without blanks. */
  public String readFrame() throws IOException {
    InputStream in = socket.getInputStream();
    byte[] head = in.readNBytes(6);
    if (head.length < 6) {
      throw new IOException("closed after " + head.length + " bytes");
    }
    byte[] rest = in.readNBytes((head[4] & 0xFF) << 8 | head[5] & 0xFF);
    return HEX.formatHex(head) + HEX.formatHex(rest);
  }

  /** Whether the far end closes without another byte. */
  public boolean closedByFarEnd() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
