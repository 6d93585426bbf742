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
import org.bumpless.adapter.pep.ProductException;

/** What {@code sut.yaml} says of a PDP on the network; each fault is told with its place. */
public final class RemoteSettings {
  private static final String TIMEOUT = "timeout";
  private static final String TIMEOUT_DEFAULT = "500 ms";
  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5}) ?(ms|s)");

  private final String provider;
  private final Map<String, String> settings;
  private final Path folder;

  /**
   * @param provider id of the PDP adapter
   * @param folder folder of {@code sut.yaml}
   * @param known all settings that there are
   * @throws ProductException if there is another one
   */
  public RemoteSettings(
      String provider, Map<String, String> settings, Path folder, Set<String> known)
      throws ProductException {
    this.provider = provider;
    this.settings = Map.copyOf(settings);
    this.folder = folder;
    Set<String> unknown = new TreeSet<>(settings.keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw bad(
          unknown.toString(), "unknown setting", "only " + String.join(", ", new TreeSet<>(known)));
    }
  }

  /** The text of a setting. */
  public String text(String name, String otherwise) {
    return settings.getOrDefault(name, otherwise);
  }

  /** The base URL of the PDP, from {@code url}. */
  public URI url() throws ProductException {
    String text = text("url", "");
    try {
      URI url = new URI(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http && url.getHost() != null && url.getQuery() == null && url.getFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw bad("url", "\"" + text + "\" (" + e.getReason() + ")", "an http(s) URL");
    }
    throw bad(
        "url",
        "\"" + text + "\"",
        "the PDP's base URL without query, for example http://127.0.0.1:8181");
  }

  /** The longest wait for an answer, from {@code timeout}. */
  public Duration timeout() throws ProductException {
    String text = text(TIMEOUT, TIMEOUT_DEFAULT);
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw bad(TIMEOUT, "\"" + text + "\"", "a number and its unit, for example 500 ms");
    }
    long number = Long.parseLong(matcher.group(1));
    return "s".equals(matcher.group(2)) ? Duration.ofSeconds(number) : Duration.ofMillis(number);
  }

  /** What a bad setting is told with. */
  public ProductException bad(String place, String found, String expected) {
    return new ProductException(
        ProductException.Cause.BAD_INPUT,
        "%s: settings of PDP %s: %s: found %s, expected %s"
            .formatted(folder.resolve("sut.yaml"), provider, place, found, expected));
  }
}
