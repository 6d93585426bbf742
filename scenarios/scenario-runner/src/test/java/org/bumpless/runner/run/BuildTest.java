package org.bumpless.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String OTHER = "ffffffffffffffffffffffffffffffffffffffff";

  @TempDir private Path checkout = Path.of("");
  private Path git = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    git = Files.createDirectories(checkout.resolve(".git"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aBranchIsFollowed() throws IOException {
    write(git.resolve("HEAD"), "ref: refs/heads/main\n");
    write(git.resolve("refs/heads/main"), COMMIT + "\n");

    assertThat(Build.commit(checkout)).isEqualTo(COMMIT);
  }

  @Test
  void aPackedBranchIsFollowed() throws IOException {
    write(git.resolve("HEAD"), "ref: refs/heads/main\n");
    write(
        git.resolve("packed-refs"),
        "# pack-refs with: peeled\n%s refs/heads/other/refs/heads/main\n%s refs/heads/main\n^%s\n"
            .formatted(OTHER, COMMIT, OTHER));

    assertThat(Build.commit(checkout)).isEqualTo(COMMIT);
  }

  @Test
  void aDetachedHeadIsACommit() throws IOException {
    write(git.resolve("HEAD"), COMMIT + "\n");

    assertThat(Build.commit(checkout)).isEqualTo(COMMIT);
  }

  @Test
  void aWorktreeKeepsItsHeadElsewhere() throws IOException {
    Path tree = Files.createDirectories(checkout.resolve("tree"));
    Path own = git.resolve("worktrees/tree");
    write(tree.resolve(".git"), "gitdir: " + own + "\n");
    write(own.resolve("HEAD"), "ref: refs/heads/topic\n");
    write(own.resolve("commondir"), "../..\n");
    write(git.resolve("refs/heads/topic"), COMMIT + "\n");

    assertThat(Build.commit(tree)).isEqualTo(COMMIT);
  }

  @Test
  void whatIsNoCheckoutHasNoCommit() throws IOException {
    assertThat(Build.commit(checkout.resolve("nowhere"))).isEqualTo("unknown");
    assertThat(Build.commit(checkout)).as("no HEAD").isEqualTo("unknown");
    write(git.resolve("HEAD"), "ref: refs/heads/unborn\n");
    assertThat(Build.commit(checkout)).as("a branch without a commit").isEqualTo("unknown");
    write(git.resolve("HEAD"), "something else\n");
    assertThat(Build.commit(checkout)).as("neither ref nor hash").isEqualTo("unknown");
  }
}
