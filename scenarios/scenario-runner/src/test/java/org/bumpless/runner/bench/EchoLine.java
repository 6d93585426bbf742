package org.bumpless.runner.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.scenario.bench.Session;

/** A session whose only operation is to send some bytes to an echo and to wait for them. */
final class EchoLine implements Session {
  private static final byte[] REQUEST = new byte[12];
  private static final int TIMEOUT_MILLIS = 3_000;
  private static final Outcome ANSWERED = new Outcome.Answered(Map.of(), "echo");

  private final InetSocketAddress server;
  private final byte[] answer = new byte[REQUEST.length];
  private Optional<Socket> socket = Optional.empty();

  EchoLine(InetSocketAddress server) {
    this.server = server;
  }

  @Override
  public Set<String> manners() {
    return Set.of();
  }

  @Override
  public Outcome connect() {
    if (socket.isPresent()) {
      return ANSWERED;
    }
    try {
      Socket dialled = new Socket();
      socket = Optional.of(dialled);
      dialled.setTcpNoDelay(true);
      dialled.setSoTimeout(TIMEOUT_MILLIS);
      dialled.connect(server, TIMEOUT_MILLIS);
      return ANSWERED;
    } catch (IOException e) {
      return new Outcome.NoReply(e.toString());
    }
  }

  @Override
  public Outcome perform(Operation operation) {
    Outcome connected = connect();
    if (socket.isEmpty() || connected instanceof Outcome.NoReply) {
      return connected;
    }
    try {
      Socket line = socket.get();
      line.getOutputStream().write(REQUEST);
      int read = line.getInputStream().readNBytes(answer, 0, answer.length);
      return read == answer.length ? ANSWERED : new Outcome.NoReply("the echo has hung up");
    } catch (IOException e) {
      return new Outcome.NoReply(e.toString());
    }
  }

  @Override
  public boolean connected() {
    return socket.isPresent();
  }

  @Override
  public boolean awaitClosed() {
    return false;
  }

  @Override
  public void close() {
    socket.ifPresent(
        line -> {
          try {
            line.close();
          } catch (IOException e) {
            throw new IllegalStateException("an echo line could not be closed", e);
          }
        });
  }
}
