package org.bumpless.endpoint.opcua.client;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bumpless.endpoint.opcua.security.AuthorityValidator;
import org.bumpless.plant.identity.Identity;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.channel.ChannelSecurity;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.SecurityTokenRequestType;
import org.eclipse.milo.opcua.stack.core.types.structured.ChannelSecurityToken;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.OpenSecureChannelRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.OpenSecureChannelResponse;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.NonceUtil;
import org.eclipse.milo.opcua.stack.transport.client.uasc.ClientSecureChannel;

/**
 * Opens and renews secure channels (OPC 10000-4, 5.6.2): keys for signing and encrypting, and who
 * the server is.
 */
final class SecureChannels {
  private static final UInteger LIFETIME_MILLIS = uint(3_600_000);

  private final Headers headers;
  private final AuthorityValidator authorities;

  SecureChannels(Headers headers, AuthorityValidator authorities) {
    this.headers = headers;
    this.authorities = authorities;
  }

  /** A channel without security, as GetEndpoints and old controllers have it. */
  Conversation openNone(Wire wire, String endpointUrl) throws IOException, UaException {
    ClientSecureChannel channel =
        new ClientSecureChannel(SecurityPolicy.None, MessageSecurityMode.None);
    Conversation conversation = Conversation.greet(wire, endpointUrl, channel);
    open(conversation, SecurityTokenRequestType.Issue);
    return conversation;
  }

  /**
   * A channel with the security of an endpoint.
   *
   * @throws UaException if the server refuses, or shows a certificate that is not believed or not
   *     the one of its endpoint
   */
  Conversation open(Wire wire, EndpointDescription endpoint, Identity own)
      throws IOException, UaException {
    if (endpoint.getSecurityMode() == MessageSecurityMode.None) {
      return openNone(wire, endpoint.getEndpointUrl());
    }
    List<X509Certificate> server =
        CertificateUtil.decodeCertificates(endpoint.getServerCertificate().bytesOrEmpty());
    ClientSecureChannel channel =
        new ClientSecureChannel(
            new KeyPair(own.leaf().getPublicKey(), own.key()),
            own.leaf(),
            own.chain(),
            server.getFirst(),
            server,
            SecurityPolicy.fromUri(endpoint.getSecurityPolicyUri()),
            endpoint.getSecurityMode());
    Conversation conversation = Conversation.greet(wire, endpoint.getEndpointUrl(), channel);
    List<X509Certificate> senders =
        CertificateUtil.decodeCertificates(
            open(conversation, SecurityTokenRequestType.Issue).bytesOrEmpty());
    if (senders.isEmpty() || !senders.getFirst().equals(server.getFirst())) {
      throw new UaException(
          StatusCodes.Bad_SecurityChecksFailed,
          "the server shows another certificate than its endpoint description");
    }
    authorities.validateCertificateChain(senders, endpoint.getServer().getApplicationUri(), null);
    return conversation;
  }

  /** New keys for a channel that goes on. */
  void renew(Conversation conversation) throws IOException, UaException {
    open(conversation, SecurityTokenRequestType.Renew);
  }

  private ByteString open(Conversation conversation, SecurityTokenRequestType type)
      throws IOException, UaException {
    ClientSecureChannel channel = conversation.channel();
    boolean keys = channel.isSymmetricSigningEnabled();
    ByteString nonce =
        keys ? NonceUtil.generateNonce(channel.getSecurityPolicy()) : ByteString.NULL_VALUE;
    channel.setLocalNonce(nonce);
    Conversation.Opened opened =
        conversation.open(
            new OpenSecureChannelRequest(
                headers.withoutSession(),
                uint(0),
                type,
                channel.getMessageSecurityMode(),
                nonce,
                LIFETIME_MILLIS));
    if (!(opened.response() instanceof OpenSecureChannelResponse response)) {
      throw new IOException("answer to OpenSecureChannel is " + opened.response().getTypeId());
    }
    install(channel, response, keys);
    return opened.senderCertificates();
  }

  private static void install(
      ClientSecureChannel channel, OpenSecureChannelResponse response, boolean keys)
      throws UaException {
    ChannelSecurityToken token = response.getSecurityToken();
    ChannelSecurity.SecurityKeys fresh = null;
    if (keys) {
      NonceUtil.validateNonce(response.getServerNonce(), channel.getSecurityPolicy());
      channel.setRemoteNonce(response.getServerNonce());
      fresh =
          ChannelSecurity.generateKeyPair(
              channel, channel.getLocalNonce(), channel.getRemoteNonce());
    }
    Optional<ChannelSecurity> old = Optional.ofNullable(channel.getChannelSecurity());
    channel.setChannelSecurity(
        old.isPresent()
            ? new ChannelSecurity(
                fresh, token, old.get().getCurrentKeys(), old.get().getCurrentToken())
            : new ChannelSecurity(fresh, token));
    channel.setChannelId(token.getChannelId().longValue());
  }
}
