package org.bumpless.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bumpless.reports.SampleRuns;
import org.bumpless.scenario.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser, opened from disk as a person does it. */
class PageIT {
  private static final Pattern PLOTS = Pattern.compile("data-plots=\"(\\d+)\"");

  @TempDir private Path folder = Path.of("");
  private String browser = "";

  @BeforeEach
  void findBrowser() {
    Optional<String> found =
        Stream.of(System.getenv("PATH").split(":"))
            .map(p -> Path.of(p, "chromium"))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst();
    if (found.isEmpty()) {
      String missing =
          "chromium is not on the PATH, so nobody has looked at the page in a browser;"
              + " install it with: apt-get install chromium";
      if ("true".equals(System.getenv("CI"))) {
        fail(missing);
      }
      System.err.println("SKIPPED: " + missing);
      abort(missing);
    }
    browser = found.orElseThrow();
  }

  /**
   * What a browser made of a page.
   *
   * @param dom after the scripts have run
   * @param log of the browser, with the console of the page
   */
  private record Seen(String dom, String log) {
    int plots() {
      Matcher plots = PLOTS.matcher(dom);
      assertThat(plots.find()).as("the script has come to its end; log: %s", log).isTrue();
      return Integer.parseInt(plots.group(1));
    }
  }

  private Seen open(RunResult result) throws IOException, InterruptedException {
    Path page = Files.write(folder.resolve("index.html"), Page.bytes(result));
    return open(page);
  }

  private Seen open(Path page) throws IOException, InterruptedException {
    Path dom = folder.resolve("dom.html");
    Path log = folder.resolve("log.txt");
    ProcessBuilder command =
        new ProcessBuilder(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile());
    command.environment().putAll(Map.of("HOME", folder.toString()));
    Process process = command.start();
    try {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("chromium ends").isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    return new Seen(Files.readString(dom), Files.readString(log));
  }

  private static List<String> complaints(Seen seen) {
    return seen.log()
        .lines()
        .filter(l -> l.contains("CONSOLE") || l.contains("Content Security Policy"))
        .toList();
  }

  @Test
  void drawsEveryPlotWithoutAComplaint() throws Exception {
    Seen seen = open(SampleRuns.full());

    assertThat(complaints(seen)).isEmpty();
    assertThat(seen.plots()).as("quantiles, the run, four scenarios").isEqualTo(6);
    assertThat(seen.dom()).doesNotContain("class=\"fold\" hidden");
  }

  @Test
  void hostileWordsDoNothing() throws Exception {
    Seen seen = open(SampleRuns.hostile());

    assertThat(complaints(seen)).isEmpty();
    assertThat(seen.plots()).isEqualTo(6);
    assertThat(seen.dom()).doesNotContain("<title>broken");
  }

  /** The test of the test: a page with a script that fails, and one that the policy forbids. */
  @Test
  void aScriptThatFailsIsSeen() throws Exception {
    Path page = folder.resolve("broken.html");
    Files.writeString(
        page,
        PageText.of(SampleRuns.empty()).html().replace("<script>", "<script>nothing.there(); "));

    assertThat(complaints(open(page))).isNotEmpty();
  }

  @Test
  void anEmptyRunHasAPageToo() throws Exception {
    Seen seen = open(SampleRuns.empty());

    assertThat(complaints(seen)).isEmpty();
    assertThat(seen.plots()).isZero();
    assertThat(seen.dom()).contains("This run settles nothing");
  }
}
