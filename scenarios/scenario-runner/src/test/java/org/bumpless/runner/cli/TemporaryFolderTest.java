package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {
  private static final String PREFIX = "bumpless-test";

  @Test
  void itIsGoneWithAllThatIsInItWhateverHappens() {
    Path[] made = new Path[1];

    Throwable thrown = catchThrowable(() -> fill(made));

    assertThat(thrown).hasMessage("the real error").hasNoSuppressedExceptions();
    assertThat(made[0]).doesNotExist();
  }

  @Test
  void whatGoesWrongWithDeletingItDoesNotHideTheRealError() {
    Throwable thrown = catchThrowable(TemporaryFolderTest::deleteItMeanwhile);

    assertThat(thrown).hasMessage("the real error");
    assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(NoSuchFileException.class);
  }

  private static void fill(Path[] made) throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create(PREFIX)) {
      made[0] = folder.path();
      Files.writeString(
          Files.createDirectories(folder.path().resolve("a/b")).resolve("file"), "text");
      throw new IllegalStateException("the real error");
    }
  }

  private static void deleteItMeanwhile() throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create(PREFIX)) {
      Files.delete(folder.path());
      throw new IllegalStateException("the real error");
    }
  }
}
