package org.bumpless.pdp.authzen;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bumpless.adapter.pdp.PdpProvider;
import org.bumpless.adapter.pdp.PolicyDecisionPoint;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.plant.time.NanoClock;

/**
 * PDPs that are reached over the AuthZEN API.
 *
 * <p>Settings: {@code url}, base URL of the PDP; {@code timeout}, longest wait for a decision, for
 * example {@code 500 ms} (the default) or {@code 2 s}.
 */
public final class AuthzenPdpProvider implements PdpProvider {
  private static final Set<String> SETTINGS = Set.of("url", "timeout");
  private static final String TIMEOUT_DEFAULT = "500 ms";
  private static final Pattern TIMEOUT = Pattern.compile("([1-9][0-9]{0,5}) ?(ms|s)");

  @Override
  public String id() {
    return "authzen";
  }

  @Override
  public boolean outside() {
    return true;
  }

  @Override
  public PolicyDecisionPoint create(Map<String, String> settings, Path folder, NanoClock clock)
      throws ProductException {
    Set<String> unknown = new TreeSet<>(settings.keySet());
    unknown.removeAll(SETTINGS);
    if (!unknown.isEmpty()) {
      throw bad(folder, unknown.toString(), "unknown setting", "only url and timeout");
    }
    return new AuthzenClient(
        url(folder, settings.getOrDefault("url", "")),
        timeout(folder, settings.getOrDefault("timeout", TIMEOUT_DEFAULT)));
  }

  private static URI url(Path folder, String text) throws ProductException {
    try {
      URI url = new URI(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http && url.getHost() != null && url.getQuery() == null && url.getFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw bad(folder, "url", "\"" + text + "\" (" + e.getReason() + ")", "an http(s) URL");
    }
    throw bad(
        folder,
        "url",
        "\"" + text + "\"",
        "the PDP's base URL without query, for example http://127.0.0.1:8181");
  }

  private static Duration timeout(Path folder, String text) throws ProductException {
    Matcher matcher = TIMEOUT.matcher(text);
    if (!matcher.matches()) {
      throw bad(folder, "timeout", "\"" + text + "\"", "a number and its unit, for example 500 ms");
    }
    long number = Long.parseLong(matcher.group(1));
    return "s".equals(matcher.group(2)) ? Duration.ofSeconds(number) : Duration.ofMillis(number);
  }

  private static ProductException bad(Path folder, String place, String found, String expected) {
    return new ProductException(
        ProductException.Cause.BAD_INPUT,
        folder.resolve("sut.yaml")
            + ": settings of PDP authzen: "
            + place
            + ": found "
            + found
            + ", expected "
            + expected);
  }
}
