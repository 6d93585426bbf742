package org.bumpless.services;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bumpless.adapter.http.HttpService;
import org.bumpless.adapter.services.CertificateAuthority;
import org.bumpless.adapter.services.ChangeTickets;
import org.bumpless.adapter.services.Directory;
import org.bumpless.adapter.services.PlantServices;

/** The plant's services in this process. */
final class LocalServices implements PlantServices {
  private static final int KEY_THREADS = 2;
  private static final int RSA_LEAF_KEYS = 2;
  private static final long CLOSE_SECONDS_MAX = 30;

  private final LocalDirectory directory = new LocalDirectory();
  private final LocalTickets tickets = new LocalTickets();
  private final ExecutorService keyMakers;
  private final CertificateAuthority authority;
  private final CertificateAuthority foreignAuthority;
  private final HttpService http;

  LocalServices(TrustDomain domain, InetSocketAddress bind, Instant now) throws IOException {
    http = new HttpService(bind, "plant-services", new ServiceRoutes(directory, tickets).routes());
    keyMakers =
        Executors.newFixedThreadPool(
            KEY_THREADS,
            work -> Thread.ofPlatform().name("plant-ca-keys").daemon().unstarted(work));
    authority = new LocalAuthority(domain, now, RSA_LEAF_KEYS, keyMakers);
    // The look-alike has the names of the plant CA and a key of its own, which is made now too, so
    // that no scenario pays for it while it measures. Nobody asks it for OPC UA applications.
    foreignAuthority = new LocalAuthority(domain, now, 0, keyMakers);
    keyMakers.shutdown();
  }

  @Override
  public CertificateAuthority authority() {
    return authority;
  }

  @Override
  public CertificateAuthority foreignAuthority() {
    return foreignAuthority;
  }

  @Override
  public Directory directory() {
    return directory;
  }

  @Override
  public ChangeTickets tickets() {
    return tickets;
  }

  @Override
  public URI url() {
    return http.url();
  }

  @Override
  public void close() {
    http.close();
    keyMakers.shutdownNow();
    try {
      if (!keyMakers.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "the plant CA still makes keys after " + CLOSE_SECONDS_MAX + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
