package org.bumpless.reports.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bumpless.reports.SampleRuns;
import org.bumpless.scenario.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReportJsonTest {
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream in = ReportJson.class.getResourceAsStream("report.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Objects.requireNonNull(in, "the schema is published"), InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(RunResult result) {
    return new String(ReportJson.bytes(result), StandardCharsets.UTF_8);
  }

  private static List<String> faults(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  static Stream<Arguments> runs() {
    return Stream.of(
        arguments("everything that can occur", SampleRuns.full()),
        arguments("hostile names", SampleRuns.hostile()),
        arguments("interrupted", SampleRuns.interrupted()),
        arguments("only just begun", SampleRuns.empty()),
        arguments("all passed", SampleRuns.passed()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void isOfThePublishedForm(String what, RunResult result) {
    assertThat(faults(text(result))).as(what).isEmpty();
  }

  static Stream<Arguments> slips() {
    return Stream.of(
        arguments("an unknown key", "\"seed\" : 42", "\"seed\" : 42, \"sead\" : 42"),
        arguments("a missing key", "\"seed\" : 42,", ""),
        arguments(
            "an unknown version", "\"schemaVersion\" : \"1.4\"", "\"schemaVersion\" : \"2.0\""),
        arguments("an unknown status", "\"status\" : \"finished\"", "\"status\" : \"done\""),
        arguments("an unknown verdict", "\"verdict\" : \"FAIL\"", "\"verdict\" : \"BAD\""),
        arguments("a failure without a reason", "\"verdict\" : \"PASS\"", "\"verdict\" : \"FAIL\""),
        arguments("a reason for a pass", "\"standing\" : \"UNTESTED\"", "\"standing\" : \"PASS\""),
        arguments(
            "a lost answer as a figure",
            "\"highNanos\" : null",
            "\"highNanos\" : 9223372036854775807"),
        arguments("a time that is no instant", "2026-11-24T08:15:00Z", "yesterday"),
        arguments("an arm that is none", "\"arm\" : \"product\"", "\"arm\" : \"wire\""),
        arguments("a negative count", "\"missed\" : 3", "\"missed\" : -3"),
        arguments("a log elsewhere", "\"log\" : \"latency/", "\"log\" : \"/tmp/"),
        arguments("a standing that is none", "\"NOT MEASURABLE\"", "\"NOT SEEN\""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slips")
  void refusesASlip(String what, String right, String wrong) {
    String good = text(SampleRuns.full());
    assertThat(good).as("the sample holds what is changed").contains(right);

    assertThat(faults(good.replace(right, wrong))).as(what).isNotEmpty();
  }

  @Test
  void aLostAnswerIsNoNumber() {
    String json = text(SampleRuns.full());

    assertThat(json).contains("\"lost\" : 7", "\"highNanos\" : null");
    assertThat(json).doesNotContain(Long.toString(Long.MAX_VALUE), "E18", "NaN");
  }

  @Test
  void endsOnlyWhenTheRunDoes() {
    assertThat(text(SampleRuns.empty())).contains("\"status\" : \"running\"", "\"ended\" : null");
    assertThat(text(SampleRuns.interrupted()))
        .contains("\"status\" : \"interrupted\"", "\"ended\" : \"2026-11-24T08:16:24Z\"");
  }

  @Test
  void theSameRunGivesTheSameBytes() throws IOException {
    String actual = text(SampleRuns.full());
    Path seen = Files.createDirectories(Path.of("target/golden")).resolve("report.json");
    Files.writeString(seen, actual);

    try (InputStream golden = ReportJsonTest.class.getResourceAsStream("report.golden.json")) {
      String expected =
          new String(
              Objects.requireNonNull(golden, "the golden file").readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(actual)
          .as("what is wanted? then copy %s over report.golden.json", seen)
          .isEqualTo(expected);
    }
  }
}
