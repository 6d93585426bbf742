package org.bumpless.endpoint.opcua.client;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bumpless.plc.protocol.ClientSettings.MessageSecurity;
import org.eclipse.milo.opcua.stack.core.Stack;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.GetEndpointsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.GetEndpointsResponse;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;

/**
 * Asks a server which endpoints it has (OPC 10000-4, 5.5.4), for its certificate is needed before a
 * secured channel can be opened. The answer comes over a channel without security: nothing in it is
 * believed that is not proven later on.
 */
final class Discovery {
  private Discovery() {}

  /** The URL under which a client dials, whatever the server calls itself. */
  static String url(InetSocketAddress dial) {
    String address = dial.getAddress().getHostAddress();
    String host = dial.getAddress() instanceof Inet6Address ? "[" + address + "]" : address;
    return "opc.tcp://" + host + ":" + dial.getPort();
  }

  /**
   * The server's endpoint of a security mode, with the dialled address in its URL.
   *
   * @param conversation a channel without security
   * @throws UaException Bad_SecurityModeRejected if the server has no such endpoint
   */
  static EndpointDescription endpoint(
      Conversation conversation, Headers headers, String dialUrl, MessageSecurity mode)
      throws IOException, UaException {
    if (!(conversation.request(
            new GetEndpointsRequest(headers.withoutSession(), dialUrl, null, null))
        instanceof GetEndpointsResponse response)) {
      throw new IOException("answer to GetEndpoints is of another type");
    }
    EndpointDescription[] endpoints = response.getEndpoints();
    List<EndpointDescription> offered = endpoints == null ? List.of() : Arrays.asList(endpoints);
    return offered.stream()
        .filter(endpoint -> matches(endpoint, mode))
        .findFirst()
        .map(endpoint -> dialledAt(endpoint, dialUrl))
        .orElseThrow(
            () ->
                new UaException(
                    StatusCodes.Bad_SecurityModeRejected,
                    "no endpoint with "
                        + mode
                        + "; offered: "
                        + offered.stream()
                            .map(e -> e.getSecurityPolicyUri() + " " + e.getSecurityMode())
                            .collect(Collectors.joining(", "))));
  }

  private static boolean matches(EndpointDescription endpoint, MessageSecurity mode) {
    SecurityPolicy policy =
        mode == MessageSecurity.NONE ? SecurityPolicy.None : SecurityPolicy.Basic256Sha256;
    return endpoint.getSecurityMode() == of(mode)
        && policy.getUri().equals(endpoint.getSecurityPolicyUri())
        && Stack.TCP_UASC_UABINARY_TRANSPORT_URI.equals(endpoint.getTransportProfileUri());
  }

  private static MessageSecurityMode of(MessageSecurity mode) {
    return switch (mode) {
      case NONE -> MessageSecurityMode.None;
      case SIGN -> MessageSecurityMode.Sign;
      case SIGN_AND_ENCRYPT -> MessageSecurityMode.SignAndEncrypt;
    };
  }

  private static EndpointDescription dialledAt(EndpointDescription endpoint, String dialUrl) {
    String path = EndpointUtil.getPath(endpoint.getEndpointUrl());
    return new EndpointDescription(
        path.equals("/") ? dialUrl : dialUrl + path,
        endpoint.getServer(),
        endpoint.getServerCertificate(),
        endpoint.getSecurityMode(),
        endpoint.getSecurityPolicyUri(),
        endpoint.getUserIdentityTokens(),
        endpoint.getTransportProfileUri(),
        endpoint.getSecurityLevel());
  }
}
