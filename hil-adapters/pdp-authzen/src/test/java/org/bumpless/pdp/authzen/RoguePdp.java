package org.bumpless.pdp.authzen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * A PDP that answers each connection with the same bytes, whatever they are; one thread, one at a
 * time.
 */
final class RoguePdp implements AutoCloseable {
  private final ServerSocket listener;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<String> heads = new ConcurrentLinkedQueue<>();

  /** What it does with a connection once it has read the request. */
  interface Manner {
    void answer(Socket socket, String requestHead, CountDownLatch closed)
        throws IOException, InterruptedException;
  }

  RoguePdp(Manner manner) throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread = Thread.ofPlatform().name("rogue-pdp").start(() -> serve(manner));
  }

  /** Answers with bytes and then closes. */
  static Manner bytes(String answer) {
    return (socket, head, closed) ->
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
  }

  static String http(int status, String body) {
    return "HTTP/1.1 "
        + status
        + " X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  URI url() {
    return URI.create(
        "http://" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort());
  }

  /** Heads of the requests that it has read. */
  List<String> heads() {
    return new ArrayList<>(heads);
  }

  private void serve(Manner manner) {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        String head = readRequest(socket.getInputStream());
        heads.add(head);
        manner.answer(socket, head, closed);
        socket.shutdownOutput();
      } catch (IOException e) {
        if (!listener.isClosed() && closed.getCount() > 0) {
          heads.add("connection lost: " + e);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static String readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("request ended in its head");
      }
      head.append((char) next);
    }
    String lower = head.toString().toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length:");
    if (at >= 0) {
      in.readNBytes(Integer.parseInt(lower.substring(at + 15, lower.indexOf('\r', at)).strip()));
    }
    return head.toString();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listener.close();
      thread.interrupt();
      thread.join(5000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
