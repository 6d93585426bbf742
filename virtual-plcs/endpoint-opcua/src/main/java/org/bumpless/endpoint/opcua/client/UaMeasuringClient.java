package org.bumpless.endpoint.opcua.client;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.bumpless.endpoint.opcua.security.ApplicationUris;
import org.bumpless.endpoint.opcua.security.AuthorityValidator;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.bumpless.plc.dial.Dialer;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.ClientSettings.Login;
import org.bumpless.plc.protocol.ProtocolClient;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.jspecify.annotations.Nullable;

/**
 * A client of one controller over OPC UA, on the caller's thread. Its first connection asks for the
 * server's endpoints on a TCP connection of its own, over the same way and through the same TLS;
 * later ones do so only after one has failed.
 */
public final class UaMeasuringClient implements ProtocolClient {
  /**
   * A session or channel that has used up so much of its life is replaced before the next
   * operation.
   */
  private static final double USED_UP = 0.75;

  private static final long CHANNEL_NANOS = 3_600_000_000_000L;

  private final ClientSettings settings;
  private final Dialer dialer;
  private final Headers headers;
  private final SecureChannels channels;
  private final IdentityProvider login;

  private @Nullable EndpointDescription endpoint;
  private @Nullable Wire wire;
  private @Nullable TagServices services;
  private long usedNanos;
  private long keyedNanos;

  /**
   * A client that is not connected yet.
   *
   * @throws IllegalArgumentException if a certificate of the settings cannot be used for OPC UA
   */
  public UaMeasuringClient(ClientSettings settings) {
    ApplicationUris.require(settings.application().identity());
    if (settings.application().login() instanceof Login.Certificate(Identity user)) {
      ApplicationUris.requireRsa(user);
    }
    this.settings = settings;
    dialer = new Dialer(settings);
    headers = new Headers(settings.clock(), settings.timeout());
    AuthorityValidator authorities =
        new AuthorityValidator(settings.application().trust(), settings.clock());
    channels = new SecureChannels(headers, authorities);
    login = Logins.of(settings.application().login(), authorities);
  }

  @Override
  public Set<String> manners() {
    return TagServices.MANNERS;
  }

  @Override
  public Outcome connect() {
    return attempt(
        () -> {
          ready();
          return new Outcome.Answered(Map.of(), "session");
        });
  }

  @Override
  public Outcome perform(Operation operation) {
    TagServices.requireKnown(operation);
    return attempt(() -> ready().perform(operation));
  }

  private interface Step {
    Outcome run() throws IOException, UaException;
  }

  private Outcome attempt(Step step) {
    try {
      return step.run();
    } catch (UaException e) {
      if (services == null || !Failures.goesOn(e)) {
        lose();
      }
      return Failures.refused(e);
    } catch (IOException e) {
      lose();
      return Failures.of(e);
    } catch (RuntimeException malformed) {
      // A response whose fields are missing or senseless, though it could be decoded.
      lose();
      return new Outcome.NoReply("response cannot be used: " + malformed);
    }
  }

  /** The services of a session that stands, opened or renewed if need be. */
  private TagServices ready() throws IOException, UaException {
    long nowNanos = settings.clock().nanos();
    TagServices open = services;
    if (open != null && nowNanos - usedNanos > open.session().timeoutMillis() * 1e6 * USED_UP) {
      drop();
      open = null;
    }
    if (open == null) {
      open = opened();
      services = open;
      keyedNanos = nowNanos;
    } else if (nowNanos - keyedNanos > CHANNEL_NANOS * USED_UP) {
      channels.renew(open.session().conversation());
      keyedNanos = nowNanos;
    }
    usedNanos = nowNanos;
    return open;
  }

  private TagServices opened() throws IOException, UaException {
    Identity own = settings.application().identity();
    EndpointDescription target = endpoint == null ? discovered() : endpoint;
    endpoint = target;
    Wire fresh = Wire.connect(dialer, settings);
    wire = fresh;
    Conversation conversation = channels.open(fresh, target, own);
    UaSession session = UaSession.open(conversation, headers, target, own, login);
    return TagServices.of(session, settings.server());
  }

  private EndpointDescription discovered() throws IOException, UaException {
    String url = Discovery.url(settings.dial());
    try (Wire discovery = Wire.connect(dialer, settings)) {
      Conversation conversation = channels.openNone(discovery, url);
      return Discovery.endpoint(conversation, headers, url, settings.application().mode());
    }
  }

  @Override
  public boolean connected() {
    return services != null;
  }

  @Override
  public boolean awaitClosed() {
    Wire open = wire;
    if (open == null) {
      return true;
    }
    boolean closed = open.awaitEnd();
    drop();
    return closed;
  }

  @Override
  public void close() {
    TagServices open = services;
    if (open != null) {
      try {
        open.session().end();
      } catch (IOException | UaException alreadyGone) {
        // Whoever does not hear the farewell has ended the session already, or will by its time
        // limit.
      }
    }
    drop();
  }

  /** After a failure: whatever the server said of its endpoints may be the reason. */
  private void lose() {
    if (services == null) {
      endpoint = null;
    }
    drop();
  }

  private void drop() {
    Wire open = wire;
    if (open != null) {
      open.close();
    }
    wire = null;
    services = null;
  }
}
