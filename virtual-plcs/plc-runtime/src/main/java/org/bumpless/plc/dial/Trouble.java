package org.bumpless.plc.dial;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.passage.TurnedAwayException;
import org.jspecify.annotations.Nullable;

/** Tells what a client saw when its connection failed: a no, or silence. */
public final class Trouble {
  /** How the JDK words an alert that it has received, in every version since 1.4. */
  private static final String ALERT = "Received fatal alert: ";

  private Trouble() {}

  /** Why a connection did not come about. */
  public static Outcome connecting(IOException e, InetSocketAddress dial, Duration timeout) {
    if (e instanceof TurnedAwayException told) {
      return told.refused()
          ? new Outcome.Refused(message(told))
          : new Outcome.NoReply(message(told));
    }
    if (e instanceof ConnectException && message(e).toLowerCase(Locale.ROOT).contains("refused")) {
      return new Outcome.Refused("connection refused by " + place(dial));
    }
    if (e instanceof SocketTimeoutException) {
      return new Outcome.NoReply(
          "no connection to " + place(dial) + " within " + timeout.toMillis() + " ms");
    }
    return alert(e)
        .orElseGet(
            () -> new Outcome.NoReply("no connection to " + place(dial) + ": " + message(e)));
  }

  /** Why a request on a standing connection was not answered. */
  public static Outcome asking(IOException e, Duration timeout) {
    return switch (e) {
      case SocketTimeoutException late ->
          new Outcome.NoReply("no answer within " + timeout.toMillis() + " ms");
      case MalformedAnswer bad -> new Outcome.NoReply(message(bad));
      case EOFException closed ->
          new Outcome.NoReply("the far end closed the connection without an answer");
      default ->
          alert(e).orElseGet(() -> new Outcome.NoReply("the connection broke: " + message(e)));
    };
  }

  /** Whether it was the far end that ended the connection. */
  public static boolean farEndClosed(IOException e) {
    return !(e instanceof SocketTimeoutException) && !(e instanceof MalformedAnswer);
  }

  /** The TLS alert by which the far end has said no, if that is what happened. */
  public static Optional<Outcome> alert(IOException e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      int at = message(cause).indexOf(ALERT);
      if (cause instanceof SSLException && at >= 0) {
        String name = message(cause).substring(at + ALERT.length());
        return Optional.of(new Outcome.Refused("TLS alert: " + name));
      }
    }
    return Optional.empty();
  }

  private static String place(InetSocketAddress dial) {
    return dial.getHostString() + ":" + dial.getPort();
  }

  private static String message(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** An answer that does not belong to the request, or is none of the protocol at all. */
  public static final class MalformedAnswer extends IOException {
    private static final long serialVersionUID = 1;

    public MalformedAnswer(String message) {
      super(message);
    }
  }
}
