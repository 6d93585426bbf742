package org.bumpless.endpoint.opcua.client;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.time.Duration;
import org.bumpless.plant.time.NanoClock;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.structured.RequestHeader;

/** Numbers and stamps the requests of one client (OPC 10000-4, 7.33). */
final class Headers {
  private final NanoClock clock;
  private final long timeoutMillis;
  private long handle;

  Headers(NanoClock clock, Duration timeout) {
    this.clock = clock;
    this.timeoutMillis = timeout.toMillis();
  }

  RequestHeader withoutSession() {
    return of(NodeId.NULL_VALUE);
  }

  /** A header for a request of the session that the token stands for. */
  RequestHeader of(NodeId authenticationToken) {
    return new RequestHeader(
        authenticationToken,
        new DateTime(clock.instant()),
        uint(++handle),
        uint(0),
        null,
        uint(timeoutMillis),
        null);
  }
}
