package org.bumpless.endpoint.modbus.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import org.bumpless.endpoint.modbus.pdu.FunctionCode;
import org.bumpless.endpoint.modbus.pdu.Limits;

/** One TCP connection of a controller: answers its requests in order until either side ends it. */
public final class Connection {
  private final Socket socket;
  private final RequestHandler handler;
  private final Rights rights;
  private final byte[] answer = new byte[Limits.FRAME_BYTES];

  /**
   * A connection.
   *
   * @param rights what the peer may ask for
   */
  public Connection(Socket socket, RequestHandler handler, Rights rights) {
    this.socket = socket;
    this.handler = handler;
    this.rights = rights;
  }

  /**
   * Answers until the peer leaves, or sends what no frame is.
   *
   * @throws IOException if the connection fails
   */
  public void serve() throws IOException {
    socket.setTcpNoDelay(true);
    socket.setKeepAlive(true);
    Peer peer = Peer.of(socket, rights);
    OutputStream out = socket.getOutputStream();
    FrameReader frames = new FrameReader(socket.getInputStream());
    while (frames.next() == FrameReader.Next.FRAME) {
      Pdu pdu = frames.pdu();
      Result result = handler.handle(frames.unit(), pdu, peer);
      out.write(answer, 0, encode(frames.transaction(), frames.unit(), pdu.function(), result));
    }
  }

  private int encode(int transaction, int unit, int function, Result result) {
    answer[0] = (byte) (transaction >> 8);
    answer[1] = (byte) transaction;
    answer[6] = (byte) unit;
    int dataBytes =
        switch (result) {
          case Result.Done(byte[] data) -> {
            answer[7] = (byte) function;
            System.arraycopy(data, 0, answer, 8, data.length);
            yield data.length;
          }
          case Result.Refused(var code) -> {
            answer[7] = (byte) (function | FunctionCode.EXCEPTION_BIT);
            answer[8] = (byte) code.code();
            yield 1;
          }
        };
    int length = Limits.LENGTH_MIN + dataBytes;
    answer[4] = (byte) (length >> 8);
    answer[5] = (byte) length;
    return Limits.UNCOUNTED_BYTES + length;
  }
}
