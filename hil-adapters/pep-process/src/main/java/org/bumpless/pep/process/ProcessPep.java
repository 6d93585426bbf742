package org.bumpless.pep.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Mishap;
import org.bumpless.adapter.pep.PemFiles;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.adapter.pep.ShownCertificate;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Access;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.plant.identity.Identity;
import org.jspecify.annotations.Nullable;

/** A product in a process of its own. */
final class ProcessPep implements Pep {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration HANDSHAKE_MAX = Duration.ofSeconds(2);
  private static final Duration SIGNAL_AGAIN = Duration.ofSeconds(2);
  private static final long OUTPUT_BYTES_MAX = 64L * 1024 * 1024;

  private final Plan plan;
  private final SitePack site;
  private final Programs programs;
  private final Fronts fronts;
  private volatile @Nullable ProductProcess running;
  private final Set<Mishap> suffered = new HashSet<>();
  private Map<String, String> environment = Map.of();

  /**
   * All that is known of a product before it is started.
   *
   * @param title for messages
   * @param interception what turns the packets of clients to the product's doors; empty if they
   *     dial it
   * @param signals how they are sent; empty for the process that is started
   */
  record Plan(
      String title,
      Access access,
      Deployment.Process how,
      Preparation preparation,
      Optional<Telling> interception,
      Optional<Signals> signals) {}

  ProcessPep(Plan plan, SitePack site, Programs programs) {
    this.plan = plan;
    this.site = site;
    this.programs = programs;
    this.fronts = new Fronts(site.listeners());
  }

  @Override
  public synchronized void start() throws ProductException, InterruptedException {
    if (running != null) {
      throw new IllegalStateException(plan.title() + " runs already");
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before " + plan.title() + " was started");
    }
    fronts.requireFree();
    ProductProcess process = launch();
    running = process;
    boolean ready = false;
    try {
      awaitReady(process);
      ready = true;
    } finally {
      if (!ready) {
        close();
      }
    }
  }

  private ProductProcess launch() throws ProductException, InterruptedException {
    try {
      plan.preparation().write(site);
      if (plan.interception().isPresent()) {
        plan.interception().get().tell();
      }
      OutputLog log = new OutputLog(site.folder(), OUTPUT_BYTES_MAX);
      return ProductProcess.start(
          plan.preparation().command(), site.folder(), log, programs, environment, site.clock());
    } catch (IOException e) {
      throw unavailable(
          "%s could not be started in %s: %s".formatted(plan.title(), site.folder(), e), e);
    }
  }

  private void awaitReady(ProductProcess process) throws ProductException, InterruptedException {
    Duration within = plan.how().readiness().within();
    long end = site.clock().nanos() + within.toNanos();
    List<Listener> shut = fronts.shut(fronts.all());
    while (!shut.isEmpty() || !process.isAlive()) {
      if (!process.isAlive()) {
        throw unavailable(endedAtOnce(process), null);
      }
      if (site.clock().nanos() > end) {
        throw unavailable(
            "%s did not get ready within %d ms: nothing accepts a connection at %s; its last words:%n%s%nAll it said is in %s"
                .formatted(
                    plan.title(),
                    within.toMillis(),
                    Fronts.words(shut),
                    process.lastWords(),
                    site.folder()),
            null);
      }
      site.clock().await(BETWEEN_LOOKS);
      shut = fronts.shut(shut);
    }
  }

  private String endedAtOnce(ProductProcess process) {
    String others = process.others();
    return "%s ended by itself with code %d before it was ready; its last words:%n%s%s%nIts files and all it said are in %s"
        .formatted(
            plan.title(),
            process.exitCode(),
            process.lastWords(),
            others.isEmpty()
                ? ""
                : "%nIt left processes in the background (%s): it must stay in the foreground"
                    .formatted(others),
            site.folder());
  }

  @Override
  public InetSocketAddress front(Listener listener) {
    return routes() ? listener.upstream() : listener.front();
  }

  @Override
  public boolean routes() {
    return plan.interception().isPresent();
  }

  @Override
  public ProductState state() {
    ProductProcess process = running;
    if (process == null) {
      return new ProductState.Stopped();
    }
    return process.isAlive()
        ? new ProductState.Running()
        : new ProductState.Exited(process.exitCode(), process.lastWords());
  }

  @Override
  public boolean renew(Identity identity) throws ProductException {
    ProductProcess process = running;
    if (process == null || !process.isAlive()) {
      throw unavailable("renewal: " + plan.title() + " does not run", null);
    }
    try {
      PemFiles.write(site.folder(), identity, site.trust());
      Optional<Deployment.Reload> reload = plan.how().reload();
      if (reload.isPresent()) {
        reload(process, reload.get().signal(), identity);
      }
      return reload.isPresent();
    } catch (IOException e) {
      throw unavailable("renewal of %s: %s".formatted(plan.title(), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("renewal of " + plan.title() + ": interrupted", e);
    }
  }

  /**
   * Sends the signal until the product shows the new certificate. Again, because a product that has
   * just opened its doors may not listen to signals yet: HAProxy drops those that come before its
   * master is in its loop. A product that takes no TLS shows nothing but that it lives.
   *
   * @param signal empty if the product looks at its files by itself
   */
  private void reload(ProductProcess process, Optional<String> signal, Identity identity)
      throws ProductException, IOException, InterruptedException {
    Duration within = plan.how().readiness().within();
    long now = site.clock().nanos();
    long end = now + within.toNanos();
    long nextSignal = now;
    do {
      if (now > end) {
        throw unavailable(
            "renewal: %s still shows its old certificate %d ms after %s; its last words:%n%s"
                .formatted(
                    plan.title(),
                    within.toMillis(),
                    signal.map("SIG"::concat).orElse("its files were renewed"),
                    process.lastWords()),
            null);
      }
      if (signal.isPresent() && now >= nextSignal) {
        plan.signals().orElse(process::signal).send(signal.get());
        nextSignal = now + SIGNAL_AGAIN.toNanos();
      }
      site.clock().await(BETWEEN_LOOKS);
      now = site.clock().nanos();
    } while (process.isAlive() && !shows(identity));
    if (!process.isAlive()) {
      throw unavailable(
          "renewal: %s ended with code %d; its last words:%n%s"
              .formatted(plan.title(), process.exitCode(), process.lastWords()),
          null);
    }
  }

  private boolean shows(Identity identity) {
    return !plan.access().showsTls()
        || fronts.all().stream()
            .limit(1)
            .allMatch(
                l ->
                    ShownCertificate.at(l.front(), identity, HANDSHAKE_MAX)
                        .certificate()
                        .filter(identity.leaf()::equals)
                        .isPresent());
  }

  @Override
  public synchronized void close() {
    ProductProcess process = running;
    if (process != null) {
      try {
        process.stop(plan.how().stopWithin());
      } finally {
        running = null;
      }
    }
  }

  @Override
  public synchronized void kill() {
    ProductProcess process = running;
    if (process != null) {
      try {
        process.kill();
      } finally {
        running = null;
      }
    }
  }

  @Override
  public synchronized void suffer(Mishap mishap) throws ProductException {
    switch (mishap) {
      case Mishap.Hung() -> toProcess("hang", process -> process.hang(true));
      case Mishap.DiskFull() -> {
        Path prlimit = Misfortune.require(programs, "prlimit", "util-linux");
        toProcess("full disk", process -> process.fillDisk(prlimit, true));
      }
      case Mishap.ClockWrong(var ahead) -> {
        toProcess("wrong clock", ProductProcess::requireLibraries);
        environment = Misfortune.clock(programs, ahead);
      }
    }
    suffered.add(mishap);
  }

  @Override
  public synchronized void recover() throws ProductException {
    environment = Map.of();
    Set<Mishap> had = Set.copyOf(suffered);
    suffered.clear();
    for (Mishap mishap : running == null ? Set.<Mishap>of() : had) {
      switch (mishap) {
        case Mishap.Hung() -> toProcess("hang", process -> process.hang(false));
        case Mishap.DiskFull() -> {
          Path prlimit = Misfortune.require(programs, "prlimit", "util-linux");
          toProcess("full disk", process -> process.fillDisk(prlimit, false));
        }
        case Mishap.ClockWrong(var _) -> {} // right again from its next start on
      }
    }
  }

  private interface Doing {
    void to(ProductProcess process) throws IOException, InterruptedException;
  }

  private void toProcess(String what, Doing doing) throws ProductException {
    ProductProcess process = running;
    if (process == null) {
      throw unavailable(what + ": " + plan.title() + " does not run", null);
    }
    try {
      doing.to(process);
    } catch (IOException e) {
      throw unavailable("%s of %s: %s".formatted(what, plan.title(), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("%s of %s: interrupted".formatted(what, plan.title()), e);
    }
  }

  private static ProductException unavailable(String message, @Nullable Exception cause) {
    return cause == null
        ? new ProductException(ProductException.Cause.UNAVAILABLE, message)
        : new ProductException(ProductException.Cause.UNAVAILABLE, message, cause);
  }
}
