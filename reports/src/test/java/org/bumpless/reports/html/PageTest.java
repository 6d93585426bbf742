package org.bumpless.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bumpless.reports.SampleRuns;
import org.bumpless.scenario.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

class PageTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "style",
          "script",
          "body",
          "header",
          "nav",
          "main",
          "section",
          "footer",
          "div",
          "span",
          "p",
          "a",
          "b",
          "br",
          "small",
          "h1",
          "h2",
          "h3",
          "h4",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "figure",
          "details",
          "summary",
          "button",
          "pre",
          "code",
          "svg",
          "g",
          "rect",
          "line",
          "circle",
          "polyline",
          "polygon",
          "text");

  static List<RunResult> runs() {
    return List.of(
        SampleRuns.full(),
        SampleRuns.hostile(),
        SampleRuns.interrupted(),
        SampleRuns.empty(),
        SampleRuns.passed());
  }

  private static List<String> attributes(Document document, String name) {
    return PageText.all(document, "*").stream()
        .filter(e -> e.hasAttribute(name))
        .map(e -> e.getAttribute(name))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void needsNothingBesidesItself(RunResult result) throws Exception {
    Document document = PageText.of(result).parsed();

    assertThat(PageText.all(document, "*")).extracting(Element::getTagName).isSubsetOf(ELEMENTS);
    assertThat(attributes(document, "src")).isEmpty();
    assertThat(attributes(document, "href"))
        .isNotEmpty()
        .allMatch(
            h ->
                h.matches(
                    "#[A-Za-z0-9-]+|\\.|[a-z]+(\\.(json|xml|ndjson))?|evidence/[a-z0-9-]+\\.pcapng"));
    assertThat(PageText.of(result).html()).doesNotContain("url(", "@import", "http://", "https://");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyLinkLeadsSomewhereAndEveryPlaceIsOne(RunResult result) throws Exception {
    Document document = PageText.of(result).parsed();
    List<String> places = attributes(document, "id");

    assertThat(places).doesNotHaveDuplicates();
    assertThat(attributes(document, "href").stream().filter(h -> h.startsWith("#")))
        .allMatch(h -> places.contains(h.substring(1)));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void nothingIsRunButItsOwnScript(RunResult result) throws Exception {
    PageText page = PageText.of(result);
    Document document = page.parsed();

    assertThat(page.html().split("<script", -1)).hasSize(2);
    assertThat(page.html().split("</script", -1)).hasSize(2);
    for (Element element : PageText.all(document, "*")) {
      NamedNodeMap all = element.getAttributes();
      assertThat(IntStream.range(0, all.getLength()).mapToObj(i -> all.item(i).getNodeName()))
          .as("no handler and no style of its own in <%s>", element.getTagName())
          .noneMatch(n -> n.startsWith("on") || n.equals("style"));
    }
  }

  @Test
  void thePolicyNamesExactlyItsOwnStyleAndScript() throws Exception {
    PageText page = PageText.of(SampleRuns.full());
    String policy = attributes(page.parsed(), "content").getFirst();

    assertThat(policy)
        .startsWith("default-src 'none';")
        .contains("style-src '" + hash(page.html(), "style") + "'")
        .contains("script-src '" + hash(page.html(), "script") + "'");
  }

  private static String hash(String html, String name) throws Exception {
    int begin = html.indexOf("<" + name + ">") + name.length() + 2;
    String inside = html.substring(begin, html.indexOf("</" + name + ">"));
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(inside.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void hostileWordsAreShownAsWords() throws Exception {
    Document document = PageText.of(SampleRuns.hostile()).parsed();

    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .contains(SampleRuns.HOSTILE);
    List<String> names =
        PageText.all(document, "span", "name").stream().map(Element::getTextContent).toList();
    assertThat(names).contains("A write in a read-only session" + SampleRuns.HOSTILE);
    assertThat(document.getElementsByTagName("img").getLength()).isZero();
  }

  @Test
  void theVerdictComesFirstByWordAndByColour() throws Exception {
    Document document = PageText.of(SampleRuns.full()).parsed();
    Element band = PageText.all(document, "header").getFirst();

    assertThat(band.getAttribute("class")).isEqualTo("band fail");
    assertThat(band.getTextContent()).contains("FAIL", "Do not switch this product into the plant");
    assertThat(PageText.all(document, "div", "aspect"))
        .extracting(e -> e.getTextContent().replaceAll("\\s+", " ").strip())
        .containsExactly(
            "Enforcement Attacks are stopped. ✕ FAIL 1 failed, 1 passed",
            "Harmlessness Legitimate work goes through. ✓ PASS all 1 passed",
            "Determinism Times stay inside their budgets. ✕ FAIL 1 failed, 1 open, 0 passed");
  }

  @Test
  void showsWhatFailedAndFoldsWhatPassed() throws Exception {
    List<Element> scenarios =
        PageText.all(PageText.of(SampleRuns.full()).parsed(), "details", "scenario");

    assertThat(scenarios).hasSize(7);
    assertThat(
            scenarios.stream()
                .filter(e -> e.hasAttribute("open"))
                .map(e -> PageText.all(e.getOwnerDocument(), "span", "name"))
                .count())
        .isEqualTo(2);
    assertThat(scenarios)
        .allMatch(
            e ->
                e.hasAttribute("open")
                    == Set.of("fail", "open")
                        .contains(e.getAttribute("class").replace("card scenario ", "")));
  }

  @Test
  void noHeadingStandsOverNothing() throws Exception {
    List<Element> notDriven =
        PageText.all(PageText.of(SampleRuns.full()).parsed(), "details", "scenario").stream()
            .filter(e -> e.getTextContent().contains("Setting up a session"))
            .toList();
    List<String> headings =
        notDriven.stream()
            .map(e -> e.getElementsByTagName("h4"))
            .flatMap(all -> IntStream.range(0, all.getLength()).mapToObj(all::item))
            .map(Node::getTextContent)
            .toList();

    assertThat(notDriven).hasSize(1);
    assertThat(headings).as("of a scenario that was not driven").isEmpty();
  }

  @Test
  void everyRequirementStandsThereWithItsReason() throws Exception {
    Document document = PageText.of(SampleRuns.full()).parsed();
    String text =
        PageText.all(document, "ul", "requirements").stream()
            .map(Element::getTextContent)
            .collect(Collectors.joining("\n"));

    assertThat(text)
        .contains("IDN-01", "IDN-02", "ENF-01", "ENF-05", "LAT-01", "ROL-01")
        .contains("NOT APPLICABLE", "proxy does not declare change-window")
        .contains(
            "NOT MEASURABLE", "hosts that share one network cannot show it; the netns fabric can")
        .contains("UNTESTED", "no scenario of this run verifies it")
        .contains("extended, not asked for by this profile");
  }

  @Test
  void saysWhatWasLostAndWhatIsClaimed() throws Exception {
    String timing =
        PageText.all(PageText.of(SampleRuns.full()).parsed(), "section").stream()
            .filter(e -> e.getAttribute("id").equals("timing"))
            .map(Element::getTextContent)
            .collect(Collectors.joining());

    assertThat(timing)
        .contains("product: 7 of 4\u202f800 requests were never answered")
        .contains("no answer", "claimed", "more than 5.99 s");
  }

  @Test
  void hasAPlotForEachThingThatWasMeasured() throws Exception {
    Document document = PageText.of(SampleRuns.full()).parsed();

    assertThat(PageText.all(document, "svg", "quantiles")).hasSize(1);
    assertThat(PageText.all(document, "svg", "budget-bar")).hasSize(2);
    assertThat(PageText.all(document, "svg", "trend")).as("the run, and four scenarios").hasSize(5);
    assertThat(PageText.all(document, "svg"))
        .allMatch(e -> !e.getAttribute("aria-label").isEmpty());
  }

  @Test
  void aRunThatWasInterruptedSaysSo() throws Exception {
    assertThat(
            PageText.all(PageText.of(SampleRuns.interrupted()).parsed(), "header")
                .getFirst()
                .getTextContent())
        .contains("INCONCLUSIVE", "ended before its time");
  }

  @Test
  void tellsHowToDoItAgain() throws Exception {
    Document document = PageText.of(SampleRuns.full()).parsed();

    assertThat(PageText.all(document, "code").getFirst().getTextContent())
        .isEqualTo("./bumpless certify --sut proxy/sut.yaml --seed 42");
    assertThat(document.getDocumentElement().getTextContent())
        .contains("0123456789abcdef0123456789abcdef01234567");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void isTheSameEveryTime(RunResult result) {
    assertThat(PageText.of(result)).isEqualTo(PageText.of(result));
  }
}
