package org.bumpless.endpoint.modbus;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.bumpless.endpoint.modbus.client.ModbusClient;
import org.bumpless.endpoint.modbus.server.Connection;
import org.bumpless.endpoint.modbus.server.RequestHandler;
import org.bumpless.endpoint.modbus.server.Rights;
import org.bumpless.plant.identity.Role;
import org.bumpless.plant.identity.TlsContexts;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plc.protocol.ClientSettings;
import org.bumpless.plc.protocol.Endpoint;
import org.bumpless.plc.protocol.ProtocolClient;
import org.bumpless.plc.protocol.ProtocolProvider;
import org.bumpless.plc.protocol.ServeSettings;
import org.bumpless.plc.serve.TcpServer;

/**
 * Modbus/TCP Security (MODBUS/TCP Security Protocol Specification v2.1, 2018), by default on port
 * 802: the same frames inside TLS 1.2 or 1.3 with certificates on both sides. The role in the
 * client's certificate says what it may ask for; what goes beyond that, and everything without a
 * role, is answered with exception 1.
 */
public final class SecureModbusProvider implements ProtocolProvider {
  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};
  private static final Duration HANDSHAKE_LIMIT = Duration.ofSeconds(10);

  @Override
  public Protocol protocol() {
    return Protocol.MODBUS_SECURITY;
  }

  @Override
  public Endpoint serve(ServeSettings settings) throws IOException {
    SSLContext context = TlsContexts.of(Optional.of(settings.identity()), settings.trust());
    RequestHandler handler = new RequestHandler(settings);
    return TcpServer.start(
        settings,
        "unit " + settings.spec().unit(),
        socket -> {
          try (SSLSocket tls = secured(socket, context)) {
            new Connection(tls, handler, rights(tls)).serve();
          }
        });
  }

  @Override
  public ProtocolClient client(ClientSettings settings) {
    ClientSettings.Tls own =
        new ClientSettings.Tls(
            Optional.of(settings.application().identity()), settings.application().trust(), "");
    return new ModbusClient(settings.tls().isPresent() ? settings : settings.inside(own));
  }

  private static SSLSocket secured(Socket socket, SSLContext context) throws IOException {
    SSLSocket tls =
        (SSLSocket) context.getSocketFactory().createSocket(socket, "", socket.getPort(), true);
    tls.setUseClientMode(false);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setProtocols(VERSIONS);
    parameters.setNeedClientAuth(true);
    tls.setSSLParameters(parameters);
    tls.setSoTimeout((int) HANDSHAKE_LIMIT.toMillis());
    tls.startHandshake();
    tls.setSoTimeout(0);
    return tls;
  }

  private static Rights rights(SSLSocket tls) throws IOException {
    Certificate leaf = tls.getSession().getPeerCertificates()[0];
    return Rights.of(leaf instanceof X509Certificate x509 ? Role.of(x509) : Optional.empty());
  }
}
