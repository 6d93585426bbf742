package org.bumpless.pdp.authzen;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a PDP answers.
 *
 * @param evaluation one request at a time
 * @param evaluations many in one message; empty if the PDP does not have that
 */
public record Endpoints(URI evaluation, Optional<URI> evaluations) {
  private static final String EVALUATION = "/access/v1/evaluation";
  private static final String EVALUATIONS = "/access/v1/evaluations";
  private static final String WELL_KNOWN = "/.well-known/authzen-configuration";
  private static final int METADATA_BYTES_MAX = 64 * 1024;

  /** The usual places below a PDP's base URL (AuthZEN 1.0, HTTPS binding). */
  public static Endpoints below(URI base) {
    String text = withoutSlash(base);
    return new Endpoints(
        URI.create(text + EVALUATION), Optional.of(URI.create(text + EVALUATIONS)));
  }

  /**
   * The places that the PDP's own metadata names (AuthZEN 1.0, Policy Decision Point Metadata).
   *
   * @param identifier URL that identifies the PDP
   * @throws NoDecisionException if there is no metadata in time
   * @throws MalformedException if it is not that of this PDP or names no place
   */
  static Endpoints discover(URI identifier, HttpLine line)
      throws NoDecisionException, MalformedException {
    String told = line.get(metadata(identifier), METADATA_BYTES_MAX);
    JsonPlace metadata = JsonPlace.whole(new AuthzenJson().parse(told));
    String own = metadata.text("policy_decision_point");
    if (!own.equals(identifier.toString())) {
      throw new MalformedException(
          "policy_decision_point", own, identifier + ": this is the metadata of another PDP");
    }
    Optional<String> evaluations = metadata.optionalText("access_evaluations_endpoint");
    return new Endpoints(
        url("access_evaluation_endpoint", metadata.text("access_evaluation_endpoint")),
        evaluations.isPresent()
            ? Optional.of(url("access_evaluations_endpoint", evaluations.get()))
            : Optional.empty());
  }

  /** The well-known part stands between the host and the identifier's own path. */
  static URI metadata(URI identifier) {
    String path = identifier.getRawPath();
    String base = withoutSlash(identifier);
    String host = base.substring(0, base.length() - withoutSlash(URI.create(path)).length());
    return URI.create(host + WELL_KNOWN + withoutSlash(URI.create(path)));
  }

  private static String withoutSlash(URI url) {
    return url.toString().replaceFirst("/+$", "");
  }

  private static URI url(String place, String text) throws MalformedException {
    try {
      URI url = new URI(text);
      if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
          && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw new MalformedException(place, text, "a URL (" + e.getReason() + ")");
    }
    throw new MalformedException(place, text, "an http(s) URL with a host");
  }
}
