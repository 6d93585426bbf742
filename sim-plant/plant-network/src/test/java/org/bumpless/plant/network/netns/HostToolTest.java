package org.bumpless.plant.network.netns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A shell in the place of a tool. */
@Timeout(60)
class HostToolTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String ENDLESS = "echo I am stuck; sleep 300";

  @Test
  void takesItsCommandsFromStandardInput() {
    assertThatCode(() -> shell(LONG).feed("here", List.of("-s"), List.of("x=1", "exit $((x-1))")))
        .doesNotThrowAnyException();
  }

  @Test
  void whatItSaysIsQuotedThoughItTakesNoneOfItsCommands() {
    List<String> moreThanAPipeHolds = Collections.nCopies(100_000, "link set nowhere up");

    assertThatThrownBy(
            () -> shell(LONG).feed("here", script("echo no such luck; exit 3"), moreThanAPipeHolds))
        .isInstanceOf(IOException.class)
        .hasMessage("sh refused in here: no such luck");
  }

  @Test
  void oneThatDoesNotEndIsEndedAndQuoted() {
    assertThatThrownBy(() -> shell(SHORT).feed("here", script(ENDLESS), List.of()))
        .isInstanceOf(IOException.class)
        .hasMessage("sh did not end within 300 ms in here: I am stuck");
  }

  @Test
  void anInterruptBreaksTheWait() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    shell(LONG).feed("here", script(ENDLESS), List.of());
                  } catch (IOException | InterruptedException e) {
                    thrown.set(e);
                  }
                });

    caller.interrupt();

    assertThat(caller.join(Duration.ofSeconds(20))).isTrue();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void oneThatIsMissingIsNamedWithTheLineThatInstallsIt() {
    HostTool missing = new HostTool("tool-that-nobody-has", "apt-get install it", LONG);

    assertThatThrownBy(() -> missing.feed("here", List.of(), List.of()))
        .isInstanceOf(IOException.class)
        .hasMessage("tool-that-nobody-has is not installed: apt-get install it");
  }

  private static HostTool shell(Duration within) {
    return new HostTool("sh", "apt-get install dash", within);
  }

  private static List<String> script(String text) {
    return List.of("-c", text);
  }
}
