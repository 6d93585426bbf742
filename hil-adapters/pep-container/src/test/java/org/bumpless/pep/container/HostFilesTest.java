package org.bumpless.pep.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.sut.Deployment;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.bumpless.plant.file.Place;
import org.bumpless.plant.file.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostFilesTest {
  private static final Place HERE = new Place(7, 3);

  @TempDir private Path folder;

  @Test
  void variablesAreFilledInAndOneWordMayNameSeveralFiles() throws Exception {
    Deployment.Ingredients read =
        of(List.of("{{folder}}/a:/etc/b:"), List.of("{{javaHome}}/bin/jlink"));

    assertThat(read.files())
        .containsExactly(new Word(folder.toAbsolutePath() + "/a", HERE), new Word("/etc/b", HERE));
    assertThat(read.making())
        .extracting(Word::text)
        .containsExactly(System.getProperty("java.home") + "/bin/jlink");
    assertThat(read.any()).isTrue();
    assertThat(of(List.of(), List.of()).any()).isFalse();
  }

  @Test
  void aFileWithoutAWholePathIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> of(List.of("/etc/b:c.cfg"), List.of()))
        .isInstanceOfSatisfying(
            ProductException.class,
            e -> assertThat(e.fault()).isEqualTo(ProductException.Cause.BAD_INPUT))
        .hasMessageContaining("sut.yaml:7:3: found \"c.cfg\" among the files of an image")
        .hasMessageContaining("a whole path");
    assertThatThrownBy(() -> of(List.of("{{nothing}}"), List.of()))
        .hasMessageContaining("sut.yaml:7:3: found unknown variable \"nothing\"");
  }

  @Test
  void theMarkChangesWithTheFiles() throws Exception {
    Path file = Files.writeString(Files.createDirectory(folder.resolve("of")).resolve("a"), "1");
    Deployment.Ingredients ingredients = of(List.of("{{folder}}/of"), List.of());
    String mark = HostFiles.mark(ingredients);
    assertThat(mark).hasSize(64).isEqualTo(HostFiles.mark(ingredients));

    Files.writeString(file, "22");
    assertThat(HostFiles.mark(ingredients)).isNotEqualTo(mark);
  }

  private Deployment.Ingredients of(List<String> files, List<String> making) throws Exception {
    try (TestSite site = new TestSite(folder, new RealClock())) {
      return HostFiles.named(
          Engines.shipped(),
          site.pack(),
          new Deployment.Ingredients(List.of(), words(files), words(making)));
    }
  }

  private static List<Word> words(List<String> texts) {
    return texts.stream().map(text -> new Word(text, HERE)).toList();
  }
}
