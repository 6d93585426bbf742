package org.bumpless.plc.protocol;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import javax.net.SocketFactory;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.identity.TrustBundle;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.plc.passage.Passage;

/**
 * What a protocol client needs.
 *
 * @param server the controller at the far end; its tags say how names become addresses
 * @param spec the endpoint of it that is meant
 * @param dial where to connect: the controller itself, or the product in front of it
 * @param local address of the host the client stands on
 * @param sockets makes the client's sockets inside that host
 * @param threads makes the client's threads inside that host, if it needs any
 * @param passage how the client gets from what it dials to where its protocol begins
 * @param tls TLS around the protocol, if the product wants it
 * @param application certificate for security that the protocol itself brings
 * @param timeout longest wait for connecting and for each answer
 */
public record ClientSettings(
    Asset.Controller server,
    EndpointSpec spec,
    InetSocketAddress dial,
    InetAddress local,
    SocketFactory sockets,
    ThreadFactory threads,
    Passage passage,
    Optional<Tls> tls,
    Application application,
    NanoClock clock,
    Duration timeout) {

  /** The same, with somebody else to connect to. */
  public ClientSettings dialling(InetSocketAddress other) {
    return new ClientSettings(
        server, spec, other, local, sockets, threads, passage, tls, application, clock, timeout);
  }

  /** The same, inside TLS. */
  public ClientSettings inside(Tls other) {
    return new ClientSettings(
        server,
        spec,
        dial,
        local,
        sockets,
        threads,
        passage,
        Optional.of(other),
        application,
        clock,
        timeout);
  }

  /**
   * TLS around the protocol, spoken by the client's own socket.
   *
   * @param identity the certificate that the client shows, if it shows one
   * @param trust whom the client believes
   * @param serverName server name indication; the certificate is checked against the trust bundle,
   *     not against the name
   */
  public record Tls(Optional<Identity> identity, TrustBundle trust, String serverName) {}

  /**
   * Security inside the protocol, for protocols that have it.
   *
   * @param identity application certificate
   * @param trust whose servers are believed
   * @param mode how messages are protected
   * @param login who logs in
   */
  public record Application(
      Identity identity, TrustBundle trust, MessageSecurity mode, Login login) {}

  /** OPC UA message security (OPC 10000-4, 7.20), for protocols that have such a choice. */
  public enum MessageSecurity {
    NONE,
    SIGN,
    SIGN_AND_ENCRYPT
  }

  /** Who logs in at the application. */
  public sealed interface Login {
    record Anonymous() implements Login {}

    record UserName(String name, String password) implements Login {}

    record Certificate(Identity identity) implements Login {}
  }
}
