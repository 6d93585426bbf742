package org.bumpless.pep.container.foreground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineServiceTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void oneThatEndsIsNamedWithItsCode() {
    assertThatThrownBy(
            () ->
                EngineService.start(
                    List.of("/bin/sh", "-c", "exit 3"), folder.resolve("engine.sock"), SOON))
        .isInstanceOf(IOException.class)
        .hasMessage("/bin/sh -c exit 3 ended with code 3");
  }

  @Test
  void oneThatDoesNotListenIsNamedAndEnded() {
    long before = children();

    assertThatThrownBy(
            () ->
                EngineService.start(
                    List.of("/bin/sleep", "60"),
                    folder.resolve("engine.sock"),
                    Duration.ofMillis(100)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("/bin/sleep 60 does not listen within");
    assertThat(children()).isEqualTo(before);
  }

  private static long children() {
    return ProcessHandle.current().children().count();
  }

  @Test
  void theProgramSaysWhatItLacks() {
    Order order =
        new Order("c", "i", new TreeMap<>(), List.of("/bin/sh", "-c", "exit 3"), List.of());

    assertThat(run(order.words()))
        .isEqualTo("69 the engine's service: /bin/sh -c exit 3 ended with code 3\n");
    assertThat(run(List.of("what"))).startsWith("64 found [what]; expected CONTAINER IMAGE");
  }

  private static String run(List<String> words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code = new Foreground(new PrintStream(said, true, StandardCharsets.UTF_8)).run(words);
    return code + " " + said.toString(StandardCharsets.UTF_8);
  }
}
