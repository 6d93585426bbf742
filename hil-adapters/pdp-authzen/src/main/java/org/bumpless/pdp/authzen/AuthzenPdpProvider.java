package org.bumpless.pdp.authzen;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.bumpless.adapter.pdp.PdpProvider;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.time.NanoClock;

/**
 * PDPs that are reached over the AuthZEN API.
 *
 * <p>Settings: {@code url}, base URL of the PDP; {@code timeout}, longest wait for an answer, for
 * example {@code 500 ms} (the default) or {@code 2 s}; {@code metadata}, {@code yes} if the PDP is
 * to say itself where it answers, with {@code url} as its identifier, else {@code no} (the
 * default).
 */
public final class AuthzenPdpProvider implements PdpProvider {
  private static final String ID = "authzen";
  private static final Set<String> SETTINGS = Set.of("url", "timeout", "metadata");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean outside() {
    return true;
  }

  @Override
  public PolicyDecisionPoint create(Map<String, String> settings, Path folder, NanoClock clock)
      throws ProductException {
    RemoteSettings remote = new RemoteSettings(ID, settings, folder, SETTINGS);
    URI url = remote.url();
    Duration timeout = remote.timeout();
    return switch (remote.text("metadata", "no")) {
      case "no" -> new AuthzenClient(Endpoints.below(url), timeout);
      case "yes" -> new AuthzenClient(discovered(remote, url, timeout), timeout);
      default ->
          throw remote.bad("metadata", "\"" + remote.text("metadata", "") + "\"", "yes or no");
    };
  }

  private static Endpoints discovered(RemoteSettings remote, URI url, Duration timeout)
      throws ProductException {
    try (HttpLine line = new HttpLine(timeout)) {
      return Endpoints.discover(url, line);
    } catch (NoDecisionException e) {
      throw new ProductException(
          ProductException.Cause.UNAVAILABLE,
          "no metadata at %s: %s; expected a PDP that runs and has them, or the setting metadata: no"
              .formatted(Endpoints.metadata(url), e.getMessage()),
          e);
    } catch (MalformedException e) {
      throw remote.bad(
          "metadata",
          "%s at %s".formatted(e.getMessage(), Endpoints.metadata(url)),
          "the metadata of the PDP that url names, as AuthZEN 1.0 has them");
    }
  }
}
