package org.bumpless.reports.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bumpless.reports.SampleRuns;
import org.bumpless.scenario.result.RunResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitXmlTest {
  private static Document parse(RunResult result) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(JUnitXml.bytes(result)));
  }

  private static Stream<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }

  private static Element testCase(Document document, String name) {
    return all(document, "testcase")
        .filter(e -> e.getAttribute("name").startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private static Element only(Element parent, String child) {
    NodeList found = parent.getElementsByTagName(child);
    assertThat(found.getLength()).as("%s in %s", child, parent.getAttribute("name")).isEqualTo(1);
    return (Element) found.item(0);
  }

  @Test
  void countsWhatItHolds() throws Exception {
    Document document = parse(SampleRuns.full());
    Element root = document.getDocumentElement();

    assertThat(root.getTagName()).isEqualTo("testsuites");
    assertThat(root.getAttribute("tests")).isEqualTo("8");
    assertThat(root.getAttribute("failures")).isEqualTo("2");
    assertThat(root.getAttribute("errors")).isEqualTo("1");
    assertThat(root.getAttribute("skipped")).isEqualTo("3");
    assertThat(root.getAttribute("time")).isEqualTo("84.000");
    assertThat(all(document, "testcase")).hasSize(8);
    assertThat(all(document, "failure")).hasSize(2);
    assertThat(all(document, "error")).hasSize(1);
    assertThat(all(document, "skipped")).hasSize(3);
  }

  @Test
  void hasASuiteForEachFeatureAndOneForTheRun() throws Exception {
    List<String> suites =
        all(parse(SampleRuns.full()), "testsuite").map(e -> e.getAttribute("name")).toList();

    assertThat(suites).containsExactly("Nobody gets in", "Work goes through", "The run as a whole");
  }

  @Test
  void failIsAFailureAndInconclusiveAnError() throws Exception {
    Document document = parse(SampleRuns.full());

    Element failure = only(testCase(document, "A write in a read-only session"), "failure");
    assertThat(failure.getAttribute("message")).isEqualTo("LIC-101.SP changed from 50.0 to 85.0");
    assertThat(failure.getTextContent()).contains("Ben had no right to");
    Element error = only(testCase(document, "Supervision across the boundary"), "error");
    assertThat(error.getAttribute("message")).isEqualTo("a quieter host would settle it");
    Element skipped = only(testCase(document, "A write after the window has closed"), "skipped");
    assertThat(skipped.getAttribute("message"))
        .isEqualTo("not applicable: proxy does not declare change-window");
  }

  @Test
  void theRunFailsByWhatBelongsToNoScenario() throws Exception {
    assertThat(only(testCase(parse(SampleRuns.full()), "Verdict"), "failure").getTextContent())
        .contains("a write came late");
    assertThat(
            testCase(parse(SampleRuns.passed()), "Verdict")
                .getElementsByTagName("failure")
                .getLength())
        .isZero();
  }

  @Test
  void tellsTheSeedAndTheReplayLine() throws Exception {
    Document document = parse(SampleRuns.full());

    assertThat(all(document, "property"))
        .anySatisfy(
            p -> assertThat(p.getAttribute("name") + p.getAttribute("value")).isEqualTo("seed42"))
        .anySatisfy(
            p ->
                assertThat(p.getAttribute("value"))
                    .isEqualTo("./bumpless certify --sut proxy/sut.yaml --seed 42"));
  }

  @Test
  void isXmlWhateverSomebodySays() throws Exception {
    Document document = parse(SampleRuns.hostile());

    assertThat(testCase(document, "A write in a read-only").getAttribute("name"))
        .isEqualTo("A write in a read-only session" + SampleRuns.HOSTILE);
  }

  @Test
  void replacesWhatXmlForbidsAndKeepsTheRest() {
    assertThat(XmlText.clean("a\u0000b\u001b[31mc\ud800d\uffffe\ttab\nline \ud83d\ude80"))
        .isEqualTo("a\ufffdb\ufffd[31mc\ufffdd\ufffde\ttab\nline \ud83d\ude80");
  }
}
