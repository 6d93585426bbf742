package org.bumpless.pep.external;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.adapter.pep.Doors;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.adapter.pep.ShownCertificate;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Access.Transparent;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.identity.Identity;
import org.bumpless.plant.model.Protocol;

/** A product that somebody else runs. */
final class ExternalPep implements Pep {
  private static final Duration KNOCK_MAX = Duration.ofSeconds(2);
  private static final Duration HANDSHAKE_MAX = Duration.ofSeconds(2);
  private static final int TOLD_MAX = 5;

  private final Sut sut;
  private final SitePack site;
  private final Map<String, InetSocketAddress> fronts;
  private volatile boolean started;

  /**
   * @param fronts an address for each listener, by its name
   */
  ExternalPep(Sut sut, SitePack site, Map<String, InetSocketAddress> fronts) {
    this.sut = sut;
    this.site = site;
    this.fronts = fronts;
  }

  @Override
  public void start() throws ProductException, InterruptedException {
    List<String> shut = new ArrayList<>();
    for (Listener listener : distinct()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while looking for " + sut.title());
      }
      if (shut.size() < TOLD_MAX && !Doors.accepts(front(listener), KNOCK_MAX)) {
        shut.add(listener.name() + " at " + front(listener));
      }
    }
    if (!shut.isEmpty()) {
      throw new ProductException(
          ProductException.Cause.UNAVAILABLE,
          "%s cannot be reached: nothing accepts a connection for %s%s; start it, or correct external.fronts in its sut.yaml"
              .formatted(
                  sut.title(),
                  String.join(", ", shut),
                  shut.size() == TOLD_MAX ? " and perhaps more" : ""));
    }
    Optional<String> mismatch = mismatch();
    if (mismatch.isPresent()) {
      throw new ProductException(ProductException.Cause.UNAVAILABLE, mismatch.get());
    }
    started = true;
  }

  /** One listener for each address. */
  private List<Listener> distinct() {
    Map<InetSocketAddress, Listener> byFront = new LinkedHashMap<>();
    site.listeners().forEach(l -> byFront.putIfAbsent(front(l), l));
    return List.copyOf(byFront.values());
  }

  /** Whether it speaks TLS as its file says, looked at where one door stands for all. */
  private Optional<String> mismatch() {
    Optional<Listener> one =
        distinct().stream()
            .filter(l -> !l.endpoint().protocol().equals(Protocol.MODBUS_SECURITY))
            .findFirst();
    if (one.isEmpty() || !(sut.access().showsTls() || sut.access() instanceof Transparent)) {
      return Optional.empty();
    }
    InetSocketAddress door = front(one.get());
    ShownCertificate shown = ShownCertificate.at(door, site.identity(), HANDSHAKE_MAX);
    String access = "access: " + sut.access().label();
    if (!sut.access().showsTls()) {
      return shown.speaksTls()
          ? Optional.of(
              "%s speaks TLS at %s, and its sut.yaml says %s, by which clients do not; say access: tls there"
                  .formatted(sut.title(), door, access))
          : Optional.empty();
    }
    if (!shown.speaksTls()) {
      return Optional.of(
          "%s speaks no TLS at %s (%s), and its sut.yaml says %s, by which clients begin with it; correct access there, or turn TLS on in the product"
              .formatted(sut.title(), door, shown.trouble(), access));
    }
    return shown.certificate().isPresent() && !shown.isOf(site.trust())
        ? Optional.of(
            "%s shows a certificate of %s at %s, and clients believe the plant CA only, which is made anew for each run; let the bench start the product (deployment: process or container), so that it gets a certificate of that CA"
                .formatted(
                    sut.title(),
                    shown.certificate().get().getIssuerX500Principal().getName(),
                    door))
        : Optional.empty();
  }

  @Override
  public InetSocketAddress front(Listener listener) {
    InetSocketAddress front = fronts.get(listener.name());
    if (front == null) {
      throw new IllegalArgumentException("the site has no listener " + listener.name());
    }
    return front;
  }

  @Override
  public ProductState state() {
    return started ? new ProductState.Running() : new ProductState.Stopped();
  }

  /** Its certificate is not ours to renew. */
  @Override
  public boolean renew(Identity identity) {
    return false;
  }

  @Override
  public void close() {
    started = false;
  }
}
