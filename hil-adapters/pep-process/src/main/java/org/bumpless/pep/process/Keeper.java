package org.bumpless.pep.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does away with a product when the bench dies without a word: a shell that waits for the end of a
 * pipe which only the bench holds open.
 */
public final class Keeper implements AutoCloseable {
  private static final String SCRIPT = "read -r _; \"$@\"";
  private static final long END_SECONDS_MAX = 5;

  private final @Nullable Process shell;

  private Keeper(@Nullable Process shell) {
    this.shell = shell;
  }

  /**
   * Watches over a product.
   *
   * @param group process group of the product, of which it is the leader; empty if it has none of
   *     its own, so that nothing can be watched
   */
  static Keeper of(Optional<Long> group, Programs programs) throws IOException {
    return group.isPresent()
        ? of(List.of("kill", "-s", "KILL", "--", "-" + group.get()), programs)
        : new Keeper(null);
  }

  /**
   * Watches over a product.
   *
   * @param command what does away with it, should the bench die
   */
  public static Keeper of(List<String> command, Programs programs) throws IOException {
    Optional<Path> sh = programs.find("sh");
    Optional<Path> setsid = programs.find("setsid");
    if (sh.isEmpty() || setsid.isEmpty()) {
      return new Keeper(null);
    }
    List<String> whole =
        new ArrayList<>(
            List.of(setsid.get().toString(), sh.get().toString(), "-c", SCRIPT, "keeper"));
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", programs.path(), "LANG", "C"));
    builder.directory(Path.of("/").toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new Keeper(builder.start());
  }

  /** Ends the watch; the product is left alone. */
  @Override
  public void close() {
    if (shell == null) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      // The shell must be gone before its pipe closes: else it would do what it is there for.
      shell.destroyForcibly();
      if (!shell.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new IllegalStateException("keeper " + shell.pid() + " cannot be killed");
      }
      shell.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException("pipe of keeper " + shell.pid() + " does not close", e);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
