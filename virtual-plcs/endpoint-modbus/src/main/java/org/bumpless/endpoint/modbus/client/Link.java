package org.bumpless.endpoint.modbus.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.bumpless.endpoint.modbus.pdu.ExceptionCode;
import org.bumpless.endpoint.modbus.pdu.FunctionCode;
import org.bumpless.endpoint.modbus.pdu.Limits;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.dial.Dialled;
import org.bumpless.plc.dial.Standing;
import org.bumpless.plc.dial.Trouble.MalformedAnswer;
import org.bumpless.plc.passage.DeadlineSocket;

/**
 * One standing connection: frames are put one behind the other, sent together or in parts, and
 * answers are taken in order and checked against their requests.
 */
final class Link implements Standing.Connection {
  private static final int OUT_BYTES = 4 * Limits.FRAME_BYTES;
  private static final int IN_BYTES = 4 * Limits.FRAME_BYTES;

  private final Socket socket;
  private final DeadlineSocket bounded;
  private final NanoClock clock;
  private final Duration timeout;
  private final InputStream in;
  private final OutputStream out;
  private final ByteBuffer outgoing = ByteBuffer.allocate(OUT_BYTES);
  private final ByteBuffer incoming = ByteBuffer.allocate(IN_BYTES).limit(0);
  private int transaction;

  Link(Dialled dialled, NanoClock clock, Duration timeout) {
    this.socket = dialled.socket();
    this.bounded = dialled.bounded();
    this.clock = clock;
    this.timeout = timeout;
    this.in = dialled.in();
    this.out = dialled.out();
  }

  /** How the connection is secured, for people. */
  String security() {
    return socket instanceof SSLSocket tls
        ? tls.getSession().getProtocol() + " " + tls.getSession().getCipherSuite()
        : "no TLS";
  }

  /** Sends one request and waits for its answer. */
  Reply ask(int unit, byte[] pdu) throws IOException {
    int id = put(unit, pdu);
    send();
    return take(id, unit, pdu[0]);
  }

  /** Puts a frame behind those that wait to be sent; returns its transaction id. */
  int put(int unit, byte[] pdu) {
    return put(0, unit, pdu, 1 + pdu.length);
  }

  /**
   * Puts a frame whose header may be wrong.
   *
   * @param protocol protocol id; 0 is Modbus
   * @param length what the length field says; the frame is filled up with zeros to that length
   */
  int put(int protocol, int unit, byte[] pdu, int length) {
    transaction = (transaction + 1) & 0xFFFF;
    int end = outgoing.position() + Limits.UNCOUNTED_BYTES + length;
    outgoing.putShort((short) transaction);
    outgoing.putShort((short) protocol);
    outgoing.putShort((short) length);
    outgoing.put((byte) unit);
    outgoing.put(pdu);
    while (outgoing.position() < end) {
      outgoing.put((byte) 0);
    }
    return transaction;
  }

  /** Sends all waiting frames at once: one TCP segment, one TLS record. */
  void send() throws IOException {
    send(outgoing.position());
  }

  /** Sends the first so many of the waiting bytes and keeps the rest. */
  void send(int bytes) throws IOException {
    outgoing.flip();
    try {
      out.write(outgoing.array(), 0, bytes);
      out.flush();
      outgoing.position(bytes);
    } finally {
      outgoing.compact();
    }
  }

  /**
   * Takes the next answer, which must be that of the request.
   *
   * @throws MalformedAnswer if it is another one
   */
  Reply take(int id, int unit, int function) throws IOException {
    int at = frame(id, unit);
    ByteBuffer pdu = incoming.slice(at, incoming.position() - at);
    int answered = pdu.get(0) & 0xFF;
    if (answered == (function | FunctionCode.EXCEPTION_BIT)) {
      if (pdu.limit() != 2) {
        throw new MalformedAnswer("exception answer of " + pdu.limit() + " bytes, expected 2");
      }
      return new Reply.Bad(new Outcome.Refused(ExceptionCode.text(pdu.get(1) & 0xFF)));
    }
    require("function code", function, answered);
    return new Reply.Good(pdu);
  }

  /**
   * Sends one request to read and waits for its answer, whose values nobody wants: it need only be
   * complete. Allocates nothing.
   *
   * @param bytes of the answer's PDU
   * @return whether it was carried out; {@code false} if the far end gave an exception
   */
  boolean reads(int unit, byte[] pdu, int bytes) throws IOException {
    int id = put(unit, pdu);
    send();
    int at = frame(id, unit);
    int got = incoming.position() - at;
    int function = incoming.get(at) & 0xFF;
    if (function == (pdu[0] | FunctionCode.EXCEPTION_BIT)) {
      return false;
    }
    require("function code", pdu[0], function);
    require("number of bytes", bytes, got);
    require("byte count", bytes - 2, incoming.get(at + 1) & 0xFF);
    return true;
  }

  /** Waits until the far end closes; whatever else it sends meanwhile is dropped. */
  @Override
  public boolean awaitClosed() {
    bounded.deadline(clock.nanos() + timeout.toNanos());
    try {
      while (in.read(incoming.array()) >= 0) {
        incoming.limit(0);
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // The far end was faster; the descriptor is given back all the same.
    }
  }

  /** Takes the next frame; it ends at the position of {@code incoming}, its PDU begins here. */
  private int frame(int id, int unit) throws IOException {
    bounded.deadline(clock.nanos() + timeout.toNanos());
    fill(Limits.UNCOUNTED_BYTES);
    int at = incoming.position();
    int length = incoming.getShort(at + 4) & 0xFFFF;
    require("protocol id", 0, incoming.getShort(at + 2) & 0xFFFF);
    if (length < Limits.LENGTH_MIN || length > Limits.LENGTH_MAX) {
      throw new MalformedAnswer(
          "answer with length field %d, expected %d to %d"
              .formatted(length, Limits.LENGTH_MIN, Limits.LENGTH_MAX));
    }
    int bytes = Limits.UNCOUNTED_BYTES + length;
    fill(bytes);
    int begin = incoming.position();
    incoming.position(begin + bytes);
    require("transaction id", id, incoming.getShort(begin) & 0xFFFF);
    require("unit id", unit, incoming.get(begin + Limits.UNCOUNTED_BYTES) & 0xFF);
    return begin + Limits.HEADER_BYTES;
  }

  private void fill(int wanted) throws IOException {
    if (incoming.remaining() >= wanted) {
      return;
    }
    incoming.compact();
    try {
      while (incoming.position() < wanted) {
        int got = in.read(incoming.array(), incoming.position(), incoming.remaining());
        if (got < 0) {
          throw new EOFException();
        }
        incoming.position(incoming.position() + got);
      }
    } finally {
      incoming.flip();
    }
  }

  private static void require(String what, int expected, int found) throws MalformedAnswer {
    if (expected != found) {
      throw new MalformedAnswer(
          "answer with " + what + " " + found + ", expected " + expected + "; closed");
    }
  }
}
