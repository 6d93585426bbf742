package org.bumpless.plant.network.netns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
