package org.bumpless.runner.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A gate that takes one connection, hears so many bytes and answers them, step by step; then it
 * sends back what it gets.
 */
final class ScriptedGate implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final ServerSocket door;
  private final List<Step> steps;
  private final CompletableFuture<List<byte[]>> heard = new CompletableFuture<>();
  private final Thread thread;
  private volatile @Nullable Socket taken;

  /** What is heard, and what is answered to it. */
  static final class Step {
    private final int hears;
    private final byte[] answer;

    /**
     * @param hears how many bytes; if negative all up to an empty line
     */
    Step(int hears, byte[] answer) {
      this.hears = hears;
      this.answer = answer;
    }
  }

  ScriptedGate(Step... steps) throws IOException {
    this.steps = List.of(steps);
    door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    thread = Thread.ofPlatform().daemon().start(this::serve);
  }

  static Step http(String answer) {
    return new Step(-1, answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  InetSocketAddress address() {
    return (InetSocketAddress) door.getLocalSocketAddress();
  }

  /** What it has heard at each step. */
  List<byte[]> heard() throws Exception {
    return heard.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  String heardText() throws Exception {
    return new String(heard().getFirst(), StandardCharsets.UTF_8);
  }

  private void serve() {
    List<byte[]> all = new ArrayList<>();
    try (Socket client = door.accept()) {
      taken = client;
      client.setSoTimeout(PATIENCE_MILLIS);
      InputStream in = client.getInputStream();
      OutputStream out = client.getOutputStream();
      for (Step step : steps) {
        all.add(step.hears < 0 ? head(in) : in.readNBytes(step.hears));
        out.write(step.answer);
        out.flush();
      }
      heard.complete(all);
      in.transferTo(out);
    } catch (IOException _) {
      heard.complete(all); // the client has gone, which is its right
    }
  }

  /** Up to the empty line, and a body of the length that it tells. */
  private static byte[] head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    Matcher length = Pattern.compile("Content-Length: (\\d+)").matcher(head);
    if (length.find()) {
      head.append(
          new String(
              in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.ISO_8859_1));
    }
    return head.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    door.close();
    Socket client = taken;
    if (client != null) {
      client.close();
    }
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
