package org.bumpless.endpoint.opcua.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.bumpless.plant.operation.Outcome;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.UaServiceFaultException;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

/** Sorts what went wrong into an answer that says no, and no answer at all. */
final class Failures {
  /** Faults after which the session or its channel is gone. */
  private static final Set<Long> ENDING =
      Set.of(
          StatusCodes.Bad_SessionIdInvalid,
          StatusCodes.Bad_SessionClosed,
          StatusCodes.Bad_SessionNotActivated,
          StatusCodes.Bad_SecureChannelIdInvalid,
          StatusCodes.Bad_SecureChannelClosed);

  private Failures() {}

  /** A status by the name that OPC 10000-4, 7.39 gives it. */
  static String name(StatusCode status) {
    return StatusCodes.lookup(status.value())
        .map(nameAndText -> nameAndText[0])
        .orElseGet(() -> "0x" + Long.toHexString(status.value()));
  }

  static Outcome refused(UaException e) {
    String name = name(e.getStatusCode());
    String text = e.getMessage();
    return new Outcome.Refused(text == null || text.isEmpty() ? name : name + ": " + text);
  }

  /** Whether the session is still good after a refusal. */
  static boolean goesOn(UaException e) {
    return e instanceof UaServiceFaultException && !ENDING.contains(e.getStatusCode().value());
  }

  static Outcome of(IOException e) {
    return switch (e) {
      case SocketTimeoutException late -> new Outcome.NoReply("time-out: " + late.getMessage());
      case SSLException tls when !endedSilently(tls) ->
          new Outcome.Refused("TLS: " + tls.getMessage());
      case ConnectException refused when isRefusal(refused) -> new Outcome.Refused(text(refused));
      default -> new Outcome.NoReply(text(e));
    };
  }

  private static String text(IOException e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }

  /**
   * A connection that ends during a handshake is wrapped into a TLS exception, though nobody said
   * anything.
   */
  private static boolean endedSilently(SSLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException
          || cause instanceof SocketException
          || cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRefusal(ConnectException e) {
    return text(e).contains("refused");
  }
}
