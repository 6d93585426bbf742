package org.bumpless.pep.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentedVariablesTest {
  private static final Path README = Path.of("..", "..", "scenarios", "suts", "README.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:`\\w+`(?:, )?)+) \\| ");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  @Test
  void everyVariableAndNoOtherIsInTheReadme() throws IOException {
    String variables = Files.readString(README).replaceFirst("(?s).*## A product in a process", "");
    Set<String> told = new TreeSet<>();
    ROW.matcher(variables)
        .results()
        .flatMap(row -> NAME.matcher(row.group(1)).results())
        .forEach(name -> told.add(name.group(1)));

    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(SiteVariables.TOP, SiteVariables.OF_A_LISTENER, SiteVariables.OF_A_CLIENT)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new)));
  }
}
