package org.bumpless.endpoint.opcua.server;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.bumpless.endpoint.opcua.mapping.PlantNamespace;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Served;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plc.protocol.ServeSettings;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.servicesets.Service;
import org.eclipse.milo.opcua.sdk.server.servicesets.impl.AccessController;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.UaResponseMessageType;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateSessionRequest;
import org.eclipse.milo.opcua.stack.transport.server.OpcServerTransportFactory;
import org.eclipse.milo.opcua.stack.transport.server.ServiceRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Milo's server with a controller's nodes, that writes each service request into the request log
 * before it is answered. Publish requests wait for something to tell and are no requests to the
 * process image: they are not logged.
 */
final class ControllerServer extends OpcUaServer {
  private final ServeSettings settings;
  private final ControllerSpace space;
  private final AccessController access;
  private final Map<NodeId, TagId> known;
  private final Errands errands;

  ControllerServer(
      ServeSettings settings, OpcUaServerConfig config, OpcServerTransportFactory transports) {
    super(config, transports);
    this.settings = settings;
    this.space = new ControllerSpace(this, settings);
    PlantNamespace namespace = space.namespace();
    this.access = new PlantAccess(super.getAccessController(), namespace.index());
    Map<NodeId, TagId> tags = new HashMap<>();
    for (Tag tag : settings.tags().tags()) {
      tags.put(namespace.tag(tag.id()), tag.id());
    }
    this.known = Map.copyOf(tags);
    this.errands = new Errands(settings.controller().id().value());
  }

  ControllerSpace space() {
    return space;
  }

  /**
   * Takes the diagnostics of sessions out of the address space, as OPC 10000-5, 6.3.3 wants it
   * where EnabledFlag is false. Milo would build a tree of nodes for each session all the same: a
   * tenth of a second of an event loop on which other controllers wait.
   */
  void withoutSessionDiagnostics() {
    getServerNamespace().shutdown();
  }

  /** Ends the sessions, so that no timer of theirs outlives the server. */
  void endSessions() {
    for (Session session : getSessionManager().getAllSessions()) {
      getSessionManager().killSession(session.getSessionId(), true);
    }
  }

  @Override
  public AccessController getAccessController() {
    return access;
  }

  @Override
  protected @Nullable ServiceHandler getServiceHandler(String path, Service service) {
    ServiceHandler handler = super.getServiceHandler(path, service);
    if (handler == null || handler instanceof AsyncServiceHandler) {
      return handler;
    }
    ServiceHandler logged = (context, request) -> logged(handler, context, request);
    return service == Service.METHOD_CALL ? beside(logged) : logged;
  }

  private AsyncServiceHandler beside(ServiceHandler handler) {
    return (context, request) -> errands.run(() -> handler.handle(context, request));
  }

  private UaResponseMessageType logged(
      ServiceHandler handler, ServiceRequestContext context, UaRequestMessageType request)
      throws UaException {
    long nanos = settings.clock().nanos();
    boolean accepted = false;
    try {
      if (request instanceof CreateSessionRequest) {
        leaveRoomForOthers(context.getChannel());
      }
      UaResponseMessageType response = handler.handle(context, request);
      accepted = RequestWords.carriedOut(response);
      return response;
    } catch (RuntimeException malformed) {
      // Milo would leave such a request without an answer.
      throw new UaException(StatusCodes.Bad_DecodingError, malformed);
    } finally {
      log(nanos, context.getChannel(), request, accepted);
    }
  }

  /**
   * One address holds half of the sessions at most: whoever opens one after the other without using
   * them locks nobody out who comes from elsewhere.
   */
  private void leaveRoomForOthers(Channel channel) throws UaException {
    if (channel.remoteAddress() instanceof InetSocketAddress peer) {
      long held =
          getSessionManager().getAllSessions().stream()
              .filter(session -> peer.getAddress().equals(session.getClientAddress()))
              .count();
      if (held >= ServerConfigs.SESSIONS_MAX / 2) {
        throw new UaException(StatusCodes.Bad_TooManySessions, "too many of one address");
      }
    }
  }

  private void log(long nanos, Channel channel, UaRequestMessageType request, boolean accepted) {
    RequestWords words = RequestWords.of(request, known);
    settings
        .log()
        .served(
            new Served(
                nanos,
                settings.controller().id(),
                Protocol.OPC_UA,
                peer(channel),
                words.text(),
                words.tags(),
                words.writes(),
                accepted));
  }

  private static String peer(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress address
        ? address.getAddress().getHostAddress() + ":" + address.getPort()
        : "unknown";
  }
}
