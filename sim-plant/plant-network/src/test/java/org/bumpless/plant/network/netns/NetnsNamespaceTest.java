package org.bumpless.plant.network.netns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a namespace. */
@Timeout(60)
class NetnsNamespaceTest {

  @BeforeAll
  static void require() throws InterruptedException {
    RealNamespaces.require();
  }

  @Test
  void whoHasBeenThereComesBackHome() throws Exception {
    String home = here();
    try (Namespace outer = Namespace.create("outer");
        Namespace inner = Namespace.create("inner")) {
      List<String> seen =
          outer.within(() -> List.of(here(), inner.within(NetnsNamespaceTest::here), here()));

      assertThat(seen.get(0)).isNotEqualTo(home).isNotEqualTo(seen.get(1)).isEqualTo(seen.get(2));
      assertThat(here()).isEqualTo(home);
      assertThatThrownBy(
              () ->
                  outer.act(
                      () -> {
                        throw new IOException("broke off");
                      }))
          .isInstanceOf(IOException.class)
          .hasMessage("broke off");
      assertThat(here()).isEqualTo(home);
    }
  }

  @Test
  void aVirtualThreadTakesNobodyElseAlong() throws Exception {
    String home = here();
    AtomicReference<String> seen = new AtomicReference<>();
    AtomicReference<String> after = new AtomicReference<>();
    try (Namespace namespace = Namespace.create("there")) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  seen.set(namespace.within(NetnsNamespaceTest::here));
                  after.set(here());
                } catch (IOException | InterruptedException e) {
                  seen.set(e.toString());
                }
              })
          .join();
    }
    assertThat(seen.get()).startsWith("net:[").isNotEqualTo(home);
    assertThat(after.get()).isEqualTo(home);
  }

  /** The network that the calling thread is in. */
  private static String here() throws IOException {
    return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")).toString();
  }

  @Test
  void nobodyEntersOneThatIsClosedThoughItsNumberIsInUseAgain() throws Exception {
    Namespace closed = Namespace.create("first");
    String number = closed.path();
    closed.close();
    try (Namespace next = Namespace.create("second")) {
      assertThat(next.path()).as("the kernel gives the lowest number").isEqualTo(number);

      assertThatThrownBy(() -> closed.within(() -> "inside"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the network of first is gone");
      assertThatThrownBy(closed::path).hasMessage("the network of first is gone");
      assertThatThrownBy(closed::entry).hasMessage("the network of first is gone");
    }
  }

  @Test
  void aThreadThatStartsTooLateDoesNothing() throws Exception {
    Namespace closed = Namespace.create("first");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<String> done = new AtomicReference<>();
    Thread late = closed.threads("late").newThread(() -> done.set("inside"));
    late.setUncaughtExceptionHandler((thread, e) -> thrown.set(e));
    closed.close();

    late.start();
    late.join();

    assertThat(done.get()).isNull();
    assertThat(thrown.get()).hasMessage("the network of first is gone");
  }

  @Test
  void closingItAgainLeavesTheNextOneOpen() throws Exception {
    Namespace closed = Namespace.create("first");
    closed.close();
    try (Namespace next = Namespace.create("second")) {
      closed.close();

      assertThatCode(() -> next.within(() -> "inside")).doesNotThrowAnyException();
    }
  }

  @Test
  void allAreClosedWhateverOneOfThemThrows() {
    AtomicReference<String> done = new AtomicReference<>("");
    RuntimeException first = new IllegalStateException("first");
    RuntimeException second = new IllegalStateException("second");

    assertThatThrownBy(
            () ->
                Network.closeAll(
                    List.of(
                        () -> {
                          throw first;
                        },
                        () -> {
                          throw second;
                        },
                        () -> done.set("third"))))
        .isSameAs(first)
        .hasSuppressedException(second);
    assertThat(done).hasValue("third");
  }
}
