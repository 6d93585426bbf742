package org.bumpless.reports.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.bumpless.scenario.result.RunResult;

/** Writes {@code index.html}. */
public final class Page {
  private Page() {}

  /**
   * All that the page's template asks for.
   *
   * @param style of the page, put in as it is
   * @param script of the page, put in as it is
   * @param styleHash by which the content security policy knows it
   * @param scriptHash by which the content security policy knows it
   */
  record View(
      String title,
      String runId,
      String style,
      String styleHash,
      String script,
      String scriptHash,
      SummaryView summary,
      RequirementsView requirements,
      ScenariosView scenarios,
      TimelineView timeline,
      TimingView timing,
      PlantView plant,
      SafetyView safety,
      BackgroundView background) {}

  public static byte[] bytes(RunResult result) {
    Anchors anchors = new Anchors(result.scenarios());
    String style = resource("page.css");
    String script = resource("page.js");
    View view =
        new View(
            "%s: %s on %s"
                .formatted(result.verdict().word(), result.sut().title(), result.plant().title()),
            result.runId(),
            style,
            hash(style),
            script,
            hash(script),
            SummaryView.of(result, anchors),
            RequirementsView.of(result, anchors),
            ScenariosView.of(result, anchors),
            TimelineView.of(result),
            TimingView.of(result, anchors),
            PlantView.of(result),
            SafetyView.of(result),
            BackgroundView.of(result));
    return template().execute(view).getBytes(StandardCharsets.UTF_8);
  }

  private static Template template() {
    return Mustache.compiler()
        .escapeHTML(true)
        .emptyStringIsFalse(true)
        .zeroIsFalse(true)
        .withLoader(name -> new StringReader(resource(name + ".mustache")))
        .compile(resource("page.mustache"));
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not beside " + Page.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a content security policy names a text (CSP 3, section 2.3.1). */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
