package org.bumpless.pep.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bumpless.plant.file.Place;
import org.bumpless.plant.file.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RendererTest {
  private final Renderer renderer =
      new Renderer(
          Map.of(
              "folder",
              "/run/a<b>&\"c\"",
              "pdpUrl",
              "",
              "listeners",
              List.of(
                  Map.of("name", "one", "frontPort", 502, "people", true, "clients", List.of()),
                  Map.of(
                      "name", "two", "frontPort", 4840, "people", false, "clients", List.of()))));

  @Test
  void fillsInWithoutChangingAWord() {
    assertThat(renderer.file("t", "in {{folder}} {{{folder}}}"))
        .isEqualTo("in /run/a<b>&\"c\" /run/a<b>&\"c\"");
  }

  @Test
  void aSectionIsThereOnceForEachListener() {
    assertThat(
            renderer.file(
                "t",
                """
                {{#listeners}}
                listen {{name}} on {{frontPort}}{{#people}} people{{/people}}{{^-last}},{{/-last}}
                {{/listeners}}
                """))
        .isEqualTo("listen one on 502 people,\nlisten two on 4840\n");
  }

  @Test
  void whatIsNotThereCanBeAsked() {
    assertThat(renderer.file("t", "{{#pdpUrl}}ask {{pdpUrl}}{{/pdpUrl}}{{^pdpUrl}}none{{/pdpUrl}}"))
        .isEqualTo("none");
    assertThat(renderer.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'a\nb {{flder}} c', 2, 3",
    "'{{#listeners}}\n\n  {{nme}}\n{{/listeners}}', 3, 3",
    "'{{#pdpUrl}}\n {{&flder}}{{/pdpUrl}}', 2, 2",
    "'{{#listner}}x{{/listner}}', 1, 1",
    "'a\n{{^listner}}x{{/listner}}', 2, 1",
    "'ä😀{{ flder }}', 1, 3",
    "'{{folder.name}}', 1, 1",
    "'{{toString}}', 1, 1"
  })
  void anUnknownVariableIsToldWithItsPlaceAndAllThatAreKnown(String text, int line, int column) {
    assertThat(renderer.file("p.cfg", text)).isEmpty();

    assertThat(renderer.problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.toString()).startsWith("p.cfg:" + line + ":" + column + ": found ");
              assertThat(p.found()).startsWith("unknown variable \"");
              assertThat(p.expected())
                  .startsWith("one of folder, sutFolder, ")
                  .contains("inside {{#listeners}} also name, front,")
                  .endsWith(
                      "also id, address, spiffeId, principal, alternativeNameHex, writes, doors");
            });
  }

  @Test
  void aNameInTheWrongPlaceIsUnknownThere() {
    renderer.file("p.cfg", "{{#listeners}}{{name}}{{/listeners}}\n{{frontPort}}");

    assertThat(renderer.problems())
        .extracting(Problem::line, Problem::column, Problem::found)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, 1, "unknown variable \"frontPort\""));
  }

  @Test
  void allUnknownNamesOfAFileAreTold() {
    renderer.file("p.cfg", "{{one}}\n{{two}}\n{{#listeners}}{{three}}{{/listeners}}");

    assertThat(renderer.problems()).extracting(Problem::line).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource({
    "'x\n{{#listeners}}\ny', 2, 1, 'close tag'",
    "'x\n\n{{/listeners}}', 3, 1, 'no open tag'",
    "'x\n {{folder', 2, 2, 'an open'",
    "'{{folder}}\n{{', 2, 1, 'an open'",
    "'x{{}}', 1, 1, 'no Mustache template'",
    "'x\n {{> other}}', 2, 2, 'another template \"other\"'",
    "'{{= <% %> =}}', 1, 1, 'delimiter'"
  })
  void aBrokenTemplateIsToldWithItsPlace(String text, int line, int column, String found) {
    assertThat(renderer.file("p.cfg", text)).isEmpty();

    assertThat(renderer.problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.toString()).startsWith("p.cfg:" + line + ":" + column + ": found ");
              assertThat(p.found()).contains(found);
            });
  }

  @Test
  void aWordOfAFileIsToldWithThePlaceOfTheWord() {
    assertThat(renderer.word("sut.yaml", "{{folder}}/x", new Place(7, 3))).endsWith("/x");
    assertThat(renderer.word("sut.yaml", "a{{flder}}", new Place(7, 3))).isEmpty();
    assertThat(renderer.word("sut.yaml", "a{{folder", new Place(8, 4))).isEmpty();
    assertThat(renderer.word("sut.yaml", "{{#folder}}", new Place(9, 5))).isEmpty();

    assertThat(renderer.problems())
        .extracting(p -> p.toString().replaceFirst(": found.*", ""))
        .containsExactly("sut.yaml:7:3", "sut.yaml:8:4", "sut.yaml:9:5");
  }
}
