package org.bumpless.runner.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bumpless.plc.passage.Departure;
import org.bumpless.plc.passage.TurnedAwayException;
import org.jspecify.annotations.Nullable;

/**
 * One {@code ssh -W}, whose standard input and output are a TCP connection of the loopback, so that
 * a client speaks on a socket whatever the way. A shell makes that connection and then becomes
 * {@code ssh}; it is killed by the kernel when the bench dies.
 */
final class SshProcess {
  static final String BECOME = "exec 0<>\"/dev/tcp/127.0.0.1/$1\" 1>&0 && shift && exec \"$@\"";
  private static final long END_MILLIS_MAX = 500;
  private static final int LINE_MAX = 400;

  private final CompletableFuture<ServerSocket> door = new CompletableFuture<>();
  private final CompletableFuture<Boolean> open = new CompletableFuture<>();
  private final List<String> programs;
  private final List<String> ssh;
  private volatile @Nullable Process process;
  private volatile boolean ended;

  /**
   * @param programs what comes before a shell's own words, and the shell
   * @param ssh the command line; says what it does at level DEBUG2
   */
  SshProcess(List<String> programs, List<String> ssh) {
    this.programs = List.copyOf(programs);
    this.ssh = List.copyOf(ssh);
  }

  /**
   * Starts it inside the client's host, and waits until the far end has opened the way.
   *
   * @throws TurnedAwayException if it said why not
   */
  Socket open(Departure departure) throws IOException {
    departure.origin().threads().newThread(this::live).start();
    try (ServerSocket listening = await(door, departure)) {
      listening.setSoTimeout(departure.millisLeft());
      Socket socket = departure.adopt(listening.accept(), this::end);
      await(open, departure);
      return socket;
    } catch (IOException | RuntimeException e) {
      end();
      throw said(e);
    }
  }

  /** If it has ended meanwhile, what it said is the reason for everything. */
  private IOException said(Exception e) {
    if (open.isCompletedExceptionally() && open.exceptionNow() instanceof IOException why) {
      return why;
    }
    return e instanceof IOException io ? io : new IOException(e.toString(), e);
  }

  private static <T> T await(CompletableFuture<T> future, Departure departure) throws IOException {
    try {
      return future.get(departure.millisLeft(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw (IOException) new SocketTimeoutException("no way in time").initCause(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The thread that starts a process lives as long as it: the kernel takes it for the parent. */
  private void live() {
    Process started;
    try (ServerSocket listening = listen()) {
      List<String> command = new ArrayList<>(programs);
      command.add(Integer.toString(listening.getLocalPort()));
      command.addAll(ssh);
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().clear();
      builder.environment().putAll(Map.of("LANG", "C", "HOME", "/nonexistent"));
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      started = builder.start();
      process = started;
      if (ended) {
        started.destroyForcibly();
      }
      door.complete(listening);
      listen(started);
    } catch (IOException e) {
      door.completeExceptionally(e);
      open.completeExceptionally(e);
    }
  }

  private static ServerSocket listen() throws IOException {
    ServerSocket listening = new ServerSocket();
    listening.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1);
    return listening;
  }

  /** The first word of a failure is the reason; what follows it only says that there was one. */
  private void listen(Process started) throws IOException {
    String last = "it said nothing";
    boolean telling = false;
    try (BufferedReader words =
        new BufferedReader(
            new InputStreamReader(started.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = words.readLine(); line != null; line = words.readLine()) {
        if (line.contains(": open confirm ")) {
          open.complete(true);
        } else if (!telling && !line.startsWith("debug") && !line.isBlank()) {
          telling = line.contains("open failed: ");
          last = line.length() > LINE_MAX ? line.substring(0, LINE_MAX) : line.strip();
        }
      }
    } finally {
      open.completeExceptionally(told(last));
    }
  }

  private static IOException told(String last) {
    boolean no =
        last.contains("Permission denied")
            || last.contains("administratively prohibited")
            || last.contains("onnection refused");
    return new TurnedAwayException("ssh: " + last, no);
  }

  /** Ends it, if it has not ended. */
  private void end() {
    ended = true;
    Process its = process;
    if (its == null || !its.isAlive()) {
      return;
    }
    its.destroy();
    boolean interrupted = Thread.interrupted();
    try {
      if (!its.waitFor(END_MILLIS_MAX, TimeUnit.MILLISECONDS)) {
        its.destroyForcibly();
      }
    } catch (InterruptedException e) {
      its.destroyForcibly();
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
