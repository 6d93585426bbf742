package org.bumpless.runner.cli;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.google.rpc.Code;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.service.auth.v3.AttributeContext;
import io.envoyproxy.envoy.service.auth.v3.AttributeContext.Peer;
import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc;
import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc.AuthorizationBlockingStub;
import io.envoyproxy.envoy.service.auth.v3.CheckRequest;
import io.envoyproxy.envoy.service.auth.v3.CheckResponse;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A gate as somebody else would write one, in a process of its own: mutual TLS at each door, and
 * for each connection one question to whoever speaks Envoy's ext_authz, and again before a permit
 * ends. It cannot tell reading from writing, so it asks for reading.
 */
final class ExtAuthzGate {
  private static final int URI_NAME = 6;
  private static final int HANDSHAKE_MILLIS_MAX = 3_000;
  private static final Duration DECISION_MAX = Duration.ofSeconds(2);
  private static final Duration ONCE_MORE = Duration.ofSeconds(2);
  private static final Duration AHEAD = Duration.ofSeconds(1);

  private final AuthorizationBlockingStub authz;

  private ExtAuthzGate(InetSocketAddress authz) {
    this.authz =
        AuthorizationGrpc.newBlockingStub(
            NettyChannelBuilder.forAddress(authz.getHostString(), authz.getPort())
                .usePlaintext()
                .build());
  }

  /**
   * Serves until it is ended.
   *
   * @param args a file: ext_authz, chain, key and authorities, a line each; then front and upstream
   *     of each door
   */
  public static void main(String... args) throws Exception {
    List<String> lines = Files.readAllLines(Path.of(args[0]));
    ExtAuthzGate gate = new ExtAuthzGate(address(lines.getFirst()));
    SSLContext tls = tls(lines.get(1), lines.get(2), lines.get(3));
    for (String line : lines.subList(4, lines.size())) {
      String[] door = line.split(" ", -1);
      InetSocketAddress front = address(door[0]);
      SSLServerSocket server =
          (SSLServerSocket)
              tls.getServerSocketFactory()
                  .createServerSocket(
                      front.getPort(), 64, InetAddress.getByName(front.getHostString()));
      server.setNeedClientAuth(true);
      Thread.ofPlatform().start(() -> gate.serve(server, front, address(door[1])));
    }
  }

  private static SSLContext tls(String chain, String key, String authorities) throws IOException {
    return ((JdkSslContext)
            SslContextBuilder.forServer(Path.of(chain).toFile(), Path.of(key).toFile())
                .trustManager(Path.of(authorities).toFile())
                .clientAuth(ClientAuth.REQUIRE)
                .sslProvider(SslProvider.JDK)
                .build())
        .context();
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    return new InetSocketAddress(
        text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  private void serve(SSLServerSocket server, InetSocketAddress front, InetSocketAddress upstream) {
    while (true) {
      try {
        SSLSocket client = (SSLSocket) server.accept();
        Thread.ofVirtual().start(() -> admit(client, front, upstream));
      } catch (IOException e) {
        System.out.println(front + " takes no more: " + e.getMessage());
        return;
      }
    }
  }

  private void admit(SSLSocket client, InetSocketAddress front, InetSocketAddress upstream) {
    try (client) {
      client.setSoTimeout(HANDSHAKE_MILLIS_MAX);
      client.startHandshake();
      String principal = principal(client);
      Answer answer = ask(principal, front);
      if (!answer.permitted()) {
        System.out.printf(Locale.ROOT, "%s at %s is refused%n", principal, front);
        return;
      }
      client.setSoTimeout(0);
      CountDownLatch over = new CountDownLatch(1);
      Thread.ofVirtual().start(() -> askAgain(client, principal, front, answer, over));
      try (Socket controller = new Socket(upstream.getHostString(), upstream.getPort())) {
        controller.setTcpNoDelay(true);
        client.setTcpNoDelay(true);
        Thread back = Thread.ofVirtual().start(() -> pour(controller, client));
        pour(client, controller);
        back.join();
      } finally {
        over.countDown();
      }
    } catch (IOException | CertificateException e) {
      System.out.printf(Locale.ROOT, "%s: %s%n", front, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String principal(SSLSocket client) throws IOException, CertificateException {
    X509Certificate shown = (X509Certificate) client.getSession().getPeerCertificates()[0];
    return shown.getSubjectAlternativeNames().stream()
        .filter(name -> name.getFirst().equals(URI_NAME))
        .map(name -> (String) name.get(1))
        .findFirst()
        .orElse("");
  }

  /**
   * Asks again before a permit ends, so that nothing passes after its end. A denial ends an open
   * connection; where there is no decision it goes on for the moment.
   */
  private void askAgain(
      Socket client, String principal, InetSocketAddress front, Answer first, CountDownLatch over) {
    Answer answer = first;
    try (client) {
      while (!answer.denied() && !past(answer.until().minus(AHEAD), over)) {
        Answer next = ask(principal, front);
        if (next.permitted() && !next.until().isAfter(answer.until())) {
          var _ = past(next.until(), over); // it ends then, by time or by itself
          return;
        }
        answer = next;
      }
    } catch (IOException e) {
      System.out.println("a connection does not end: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the connection is over before a moment. */
  private static boolean past(Instant moment, CountDownLatch over) throws InterruptedException {
    return over.await(Duration.between(Instant.now(), moment).toNanos(), NANOSECONDS);
  }

  private Answer ask(String principal, InetSocketAddress front) {
    try {
      CheckResponse answer =
          authz
              .withDeadlineAfter(DECISION_MAX)
              .check(
                  CheckRequest.newBuilder()
                      .setAttributes(
                          AttributeContext.newBuilder()
                              .setSource(Peer.newBuilder().setPrincipal(principal))
                              .setDestination(Peer.newBuilder().setAddress(peer(front)))
                              .putContextExtensions("action", "read"))
                      .build());
      return switch (answer.getStatus().getCode()) {
        case Code.OK_VALUE ->
            new Answer(
                true,
                false,
                Instant.parse(
                    answer.getDynamicMetadata().getFieldsOrThrow("until").getStringValue()));
        case Code.PERMISSION_DENIED_VALUE -> new Answer(false, true, Instant.now());
        default -> undecided(principal, front, answer.getStatus().toString());
      };
    } catch (StatusRuntimeException e) {
      return undecided(principal, front, e.getStatus().toString());
    }
  }

  private static Answer undecided(String principal, InetSocketAddress front, String said) {
    System.out.printf(Locale.ROOT, "%s at %s: no decision: %s%n", principal, front, said);
    return new Answer(false, false, Instant.now().plus(ONCE_MORE));
  }

  /**
   * What has come of a question; neither of both is no decision.
   *
   * @param until when it is to be asked again
   */
  private record Answer(boolean permitted, boolean denied, Instant until) {}

  private static Address peer(InetSocketAddress address) {
    return Address.newBuilder()
        .setSocketAddress(
            SocketAddress.newBuilder()
                .setAddress(address.getHostString())
                .setPortValue(address.getPort()))
        .build();
  }

  /** The end of one direction is the end of both. */
  private static void pour(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      System.out.println("a connection has ended: " + e.getMessage());
    }
  }
}
