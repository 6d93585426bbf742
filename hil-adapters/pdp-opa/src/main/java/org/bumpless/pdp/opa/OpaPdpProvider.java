package org.bumpless.pdp.opa;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bumpless.adapter.pdp.PdpProvider;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.pdp.authzen.RemoteSettings;
import org.bumpless.plant.time.NanoClock;

/**
 * PDPs that are an Open Policy Agent.
 *
 * <p>Settings: {@code url}, base URL of OPA; {@code path}, the rule that is asked for, by default
 * {@code plant/decision}; {@code timeout}, longest wait for an answer, by default {@code 500 ms}.
 */
public final class OpaPdpProvider implements PdpProvider {
  private static final String ID = "opa";
  private static final Set<String> SETTINGS = Set.of("url", "path", "timeout");
  private static final String PATH_DEFAULT = "plant/decision";
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*");

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
    String base = remote.url().toString().replaceFirst("/+$", "");
    String path = remote.text("path", PATH_DEFAULT);
    if (!PATH.matcher(path).matches()) {
      throw remote.bad(
          "path",
          "\"" + path + "\"",
          "package and rule with slashes between, for example " + PATH_DEFAULT);
    }
    return new OpaPdp(URI.create(base + "/v1/data/" + path), remote.timeout());
  }
}
