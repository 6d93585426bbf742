package org.bumpless.endpoint.opcua.client;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bumpless.endpoint.opcua.security.ApplicationUris;
import org.bumpless.plant.identity.Identity;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.SignedIdentityToken;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityAlgorithm;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.UaResponseMessageType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.ApplicationType;
import org.eclipse.milo.opcua.stack.core.types.structured.ActivateSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ActivateSessionResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.ApplicationDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.CloseSecureChannelRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CloseSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateSessionResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.RequestHeader;
import org.eclipse.milo.opcua.stack.core.types.structured.SignatureData;
import org.eclipse.milo.opcua.stack.core.types.structured.SignedSoftwareCertificate;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.NonceUtil;
import org.eclipse.milo.opcua.stack.core.util.SignatureUtil;

/**
 * A session that somebody has logged in to (OPC 10000-4, 5.7).
 *
 * @param timeoutMillis after so long without a request the server ends it
 */
record UaSession(
    Conversation conversation, Headers headers, NodeId authenticationToken, double timeoutMillis) {
  private static final double TIMEOUT_MILLIS_WANTED = 3_600_000;

  /**
   * Creates and activates a session on an open channel.
   *
   * @throws UaException if the server refuses, or does not prove that it has its certificate's key
   */
  static UaSession open(
      Conversation conversation,
      Headers headers,
      EndpointDescription endpoint,
      Identity own,
      IdentityProvider login)
      throws IOException, UaException {
    SecurityPolicy policy = conversation.channel().getSecurityPolicy();
    ByteString nonce = NonceUtil.generateNonce(NonceUtil.MINIMUM_NONCE_LENGTH);
    CreateSessionResponse created =
        expect(
            CreateSessionResponse.class,
            conversation.request(create(headers, endpoint, own, nonce)));
    if (policy != SecurityPolicy.None) {
      requireProof(policy, endpoint, created, own, nonce);
    }
    NodeId token = created.getAuthenticationToken();
    SignedIdentityToken user = userToken(endpoint, login, created.getServerNonce());
    expect(
        ActivateSessionResponse.class,
        conversation.request(
            new ActivateSessionRequest(
                headers.of(token),
                clientSignature(policy, endpoint, created, own),
                new SignedSoftwareCertificate[0],
                new String[0],
                ExtensionObject.encode(Conversation.ENCODING, user.getToken()),
                user.getSignature())));
    return new UaSession(conversation, headers, token, created.getRevisedSessionTimeout());
  }

  private static CreateSessionRequest create(
      Headers headers, EndpointDescription endpoint, Identity own, ByteString nonce)
      throws UaException {
    String uri = ApplicationUris.require(own);
    return new CreateSessionRequest(
        headers.withoutSession(),
        new ApplicationDescription(
            uri,
            "urn:bumpless:client",
            LocalizedText.english("Bumpless " + own.spiffeId()),
            ApplicationType.Client,
            null,
            null,
            null),
        null,
        endpoint.getEndpointUrl(),
        "Bumpless " + own.spiffeId(),
        nonce,
        der(own.leaf()),
        TIMEOUT_MILLIS_WANTED,
        uint(0));
  }

  private static void requireProof(
      SecurityPolicy policy,
      EndpointDescription endpoint,
      CreateSessionResponse created,
      Identity own,
      ByteString nonce)
      throws UaException {
    X509Certificate server = serverCertificate(endpoint);
    if (!CertificateUtil.decodeCertificates(created.getServerCertificate().bytesOrEmpty())
        .getFirst()
        .equals(server)) {
      throw new UaException(
          StatusCodes.Bad_SecurityChecksFailed,
          "the session shows another certificate than the endpoint");
    }
    SecurityAlgorithm algorithm =
        SecurityAlgorithm.fromUri(created.getServerSignature().getAlgorithm());
    if (algorithm != policy.getAsymmetricSignatureAlgorithm()) {
      throw new UaException(
          StatusCodes.Bad_ApplicationSignatureInvalid, "server signs with " + algorithm);
    }
    SignatureUtil.verify(
        algorithm,
        server,
        joined(der(own.leaf()), nonce),
        created.getServerSignature().getSignature().bytesOrEmpty());
  }

  private static SignatureData clientSignature(
      SecurityPolicy policy,
      EndpointDescription endpoint,
      CreateSessionResponse created,
      Identity own)
      throws UaException {
    if (policy == SecurityPolicy.None) {
      return new SignatureData(null, null);
    }
    SecurityAlgorithm algorithm = policy.getAsymmetricSignatureAlgorithm();
    byte[] signed = joined(der(serverCertificate(endpoint)), created.getServerNonce());
    return new SignatureData(
        algorithm.getUri(),
        ByteString.of(SignatureUtil.sign(algorithm, own.key(), ByteBuffer.wrap(signed))));
  }

  private static SignedIdentityToken userToken(
      EndpointDescription endpoint, IdentityProvider login, ByteString serverNonce)
      throws UaException {
    try {
      return login.getIdentityToken(endpoint, serverNonce);
    } catch (UaException e) {
      throw e;
    } catch (Exception noPolicy) {
      // Milo's providers throw a plain Exception if the endpoint does not let such users in.
      throw new UaException(StatusCodes.Bad_IdentityTokenRejected, noPolicy.getMessage(), noPolicy);
    }
  }

  private static X509Certificate serverCertificate(EndpointDescription endpoint)
      throws UaException {
    return CertificateUtil.decodeCertificates(endpoint.getServerCertificate().bytesOrEmpty())
        .getFirst();
  }

  private static ByteString der(X509Certificate certificate) throws UaException {
    try {
      return ByteString.of(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new UaException(StatusCodes.Bad_CertificateInvalid, e);
    }
  }

  private static byte[] joined(ByteString first, ByteString second) {
    return ByteBuffer.allocate(first.length() + second.length())
        .put(first.bytesOrEmpty())
        .put(second.bytesOrEmpty())
        .array();
  }

  RequestHeader header() {
    return headers.of(authenticationToken);
  }

  /**
   * Sends a request of the session and waits for its response.
   *
   * @throws UaException if the server says no
   * @throws IOException if no response comes, or one of another type
   */
  <T extends UaResponseMessageType> T request(Class<T> type, UaRequestMessageType request)
      throws IOException, UaException {
    return expect(type, conversation.request(request));
  }

  static <T extends UaResponseMessageType> T expect(Class<T> type, UaResponseMessageType response)
      throws IOException {
    if (!type.isInstance(response)) {
      throw new IOException(
          "response is "
              + response.getClass().getSimpleName()
              + ", expected "
              + type.getSimpleName());
    }
    return type.cast(response);
  }

  /** Takes leave of the server, which does not answer the last word. */
  void end() throws IOException, UaException {
    conversation.request(new CloseSessionRequest(header(), true));
    conversation.sendLast(new CloseSecureChannelRequest(headers.withoutSession()));
  }
}
