package org.bumpless.reports.junit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bumpless.reports.words.Headline;
import org.bumpless.scenario.result.RunResult;
import org.bumpless.scenario.result.ScenarioResult;
import org.bumpless.scenario.result.ScenarioResult.StepResult;
import org.bumpless.scenario.verdict.Standing;
import org.bumpless.scenario.verdict.Verdict;

/** Writes a run as JUnit XML. */
public final class JUnitXml {
  private static final String RUN = "The run as a whole";

  private final XMLStreamWriter out;
  private final RunResult result;

  private JUnitXml(XMLStreamWriter out, RunResult result) {
    this.out = out;
    this.result = result;
  }

  public static byte[] bytes(RunResult result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new JUnitXml(out, result).write();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a run could not be written as XML", e);
    }
    return bytes.toByteArray();
  }

  /** A case as the dialect has it. */
  private record Case(
      String name, String suite, double seconds, Standing standing, String output) {}

  private void write() throws XMLStreamException {
    Map<String, List<Case>> suites =
        result.scenarios().stream()
            .map(JUnitXml::scenario)
            .collect(Collectors.groupingBy(Case::suite, LinkedHashMap::new, Collectors.toList()));
    Standing whole = new Standing.Judged(result.verdict());
    suites.put(RUN, List.of(new Case("Verdict", RUN, 0, whole, Headline.of(result))));
    List<Case> all = suites.values().stream().flatMap(List::stream).toList();
    Duration took = Duration.between(result.manifest().started(), result.ended());
    out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    line(0);
    out.writeStartElement("testsuites");
    attribute("name", "bumpless " + result.sut().id() + " on " + result.plant().id());
    counts(all);
    attribute("time", seconds(took.toMillis() / 1000.0));
    for (Map.Entry<String, List<Case>> suite : suites.entrySet()) {
      suite(suite.getKey(), suite.getValue());
    }
    line(0);
    out.writeEndElement();
    out.writeEndDocument();
  }

  private void suite(String name, List<Case> cases) throws XMLStreamException {
    line(1);
    out.writeStartElement("testsuite");
    attribute("name", name);
    counts(cases);
    attribute("time", seconds(cases.stream().mapToDouble(Case::seconds).sum()));
    attribute("timestamp", result.manifest().started().toString());
    properties();
    for (Case one : cases) {
      testCase(one);
    }
    line(1);
    out.writeEndElement();
  }

  private void properties() throws XMLStreamException {
    line(2);
    out.writeStartElement("properties");
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("runId", result.runId());
    properties.put("status", result.status().name().toLowerCase(Locale.ROOT));
    properties.put("verdict", result.verdict().word());
    properties.put("sut", result.sut().id());
    properties.put("plant", result.plant().id());
    properties.put("profile", result.profile().id());
    properties.put("seed", Long.toString(result.manifest().seed()));
    properties.put("commit", result.manifest().commit());
    properties.put("replay", result.replay());
    for (Map.Entry<String, String> property : properties.entrySet()) {
      line(3);
      out.writeEmptyElement("property");
      attribute("name", property.getKey());
      attribute("value", property.getValue());
    }
    line(2);
    out.writeEndElement();
  }

  private void testCase(Case one) throws XMLStreamException {
    line(2);
    out.writeStartElement("testcase");
    attribute("name", one.name());
    attribute("classname", "bumpless." + one.suite().replace('.', ' '));
    attribute("time", seconds(one.seconds()));
    switch (one.standing()) {
      case Standing.Judged(Verdict.Pass()) -> {}
      case Standing.Judged(Verdict.Fail(var seen)) -> trouble("failure", "FAIL", seen);
      case Standing.Judged(Verdict.Inconclusive(var why)) -> trouble("error", "INCONCLUSIVE", why);
      case Standing.NotApplicable(var why) -> skipped("not applicable", why);
      case Standing.NotMeasurable(var why) -> skipped("not measurable", why);
      case Standing.Untested(var why) -> skipped("untested", why);
    }
    if (!one.output().isEmpty()) {
      line(3);
      out.writeStartElement("system-out");
      out.writeCharacters(XmlText.clean(one.output()));
      out.writeEndElement();
    }
    line(2);
    out.writeEndElement();
  }

  private void trouble(String element, String type, List<String> reasons)
      throws XMLStreamException {
    line(3);
    out.writeStartElement(element);
    attribute("type", type);
    attribute("message", reasons.getFirst());
    out.writeCharacters(XmlText.clean(String.join("\n", reasons)));
    out.writeEndElement();
  }

  private void skipped(String what, String why) throws XMLStreamException {
    line(3);
    out.writeEmptyElement("skipped");
    attribute("message", what + ": " + why);
  }

  private void counts(List<Case> cases) throws XMLStreamException {
    attribute("tests", Integer.toString(cases.size()));
    attribute("failures", count(cases, Verdict.Fail.class));
    attribute("errors", count(cases, Verdict.Inconclusive.class));
    long skipped = cases.stream().filter(c -> !(c.standing() instanceof Standing.Judged)).count();
    attribute("skipped", Long.toString(skipped));
  }

  private static String count(List<Case> cases, Class<? extends Verdict> kind) {
    return Long.toString(
        cases.stream()
            .filter(c -> c.standing() instanceof Standing.Judged(var v) && kind.isInstance(v))
            .count());
  }

  private static Case scenario(ScenarioResult scenario) {
    double seconds = scenario.driven() ? (scenario.endNanos() - scenario.startNanos()) / 1e9 : 0;
    return new Case(
        scenario.name(), scenario.feature(), seconds, scenario.standing(), output(scenario));
  }

  private static String output(ScenarioResult scenario) {
    List<String> lines = new ArrayList<>();
    for (StepResult step : scenario.steps()) {
      String said = step.message().isEmpty() ? "" : " (" + step.message() + ")";
      lines.add(
          "%-13s%s%s".formatted(step.status().name().toLowerCase(Locale.ROOT), step.text(), said));
    }
    scenario.evidence().forEach(e -> lines.add("seen: " + e));
    return String.join("\n", lines);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    out.writeAttribute(name, XmlText.clean(value));
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  private void line(int depth) throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(depth));
  }
}
