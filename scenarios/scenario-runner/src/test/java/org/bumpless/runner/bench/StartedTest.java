package org.bumpless.runner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.runner.MissingException;
import org.junit.jupiter.api.Test;

class StartedTest {
  private final Started started = new Started();
  private final List<String> closed = new ArrayList<>();

  @Test
  void endsEverythingInReverse() {
    part("services");
    part("plant");
    part("product");

    started.close();

    assertThat(closed).containsExactly("product", "plant", "services");
  }

  @Test
  void addGivesBackWhatWasAdded() {
    AutoCloseable part = () -> {};

    assertThat(started.add(part)).isSameAs(part);
  }

  @Test
  void endsEverythingWhateverFailsOnTheWayAndTellsAll() {
    part("services");
    failing("plant", new IOException("the plant hangs"));
    part("product");
    failing("stations", new IllegalStateException("a station hangs"));

    assertThatThrownBy(started::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("could not be stopped: java.lang.IllegalStateException: a station hangs")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("could not be stopped: java.io.IOException: the plant hangs"));
    assertThat(closed).containsExactly("stations", "product", "plant", "services");
  }

  @Test
  void aRealControllerThatIsNotBroughtBackIsNoBugOfTheBench() {
    part("services");
    failing("LIC-1", unavailable("LIC-1 is not back"));
    part("product");
    failing("LIC-2", unavailable("LIC-2 is not back"));

    assertThatThrownBy(started::close)
        .isInstanceOf(MissingException.class)
        .hasMessage("LIC-2 is not back")
        .satisfies(
            e -> assertThat(MissingException.beside(e)).containsExactly("LIC-1 is not back"));
    assertThat(closed).containsExactly("LIC-2", "product", "LIC-1", "services");
  }

  @Test
  void aBugIsOneThoughARealControllerIsNotBroughtBackEitherAndBothAreTold() {
    failing("plant", new IOException("the plant hangs"));
    Started inner = started.add(new Started());
    inner.add(
        () -> {
          throw unavailable("LIC-1 is not back");
        });

    assertThatThrownBy(started::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("could not be stopped: java.io.IOException: the plant hangs")
        .satisfies(
            e -> assertThat(MissingException.beside(e)).containsExactly("LIC-1 is not back"));
  }

  @Test
  void aProductWhoseFilesAreWrongAtTheEndIsABug() {
    failing("product", new ProductException(ProductException.Cause.BAD_INPUT, "what file?"));

    assertThatThrownBy(started::close).isInstanceOf(IllegalStateException.class);
  }

  private static ProductException unavailable(String text) {
    return new ProductException(ProductException.Cause.UNAVAILABLE, text);
  }

  @Test
  void anInterruptOnTheWayIsKept() {
    part("services");
    failing("product", new InterruptedException("stop"));

    assertThatThrownBy(started::close).isInstanceOf(IllegalStateException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(closed).containsExactly("product", "services");
  }

  @Test
  void endsNothingTwice() {
    part("services");

    started.close();
    started.close();

    assertThat(closed).containsExactly("services");
  }

  private void part(String name) {
    started.add(() -> closed.add(name));
  }

  private void failing(String name, Exception failure) {
    started.add(
        () -> {
          closed.add(name);
          throw failure;
        });
  }
}
