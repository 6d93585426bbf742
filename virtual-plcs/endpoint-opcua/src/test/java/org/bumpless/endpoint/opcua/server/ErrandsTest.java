package org.bumpless.endpoint.opcua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.junit.jupiter.api.Test;

class ErrandsTest {
  private final Errands errands = new Errands("LIC-101");

  @Test
  void oneThatWaitsKeepsNobodyAndTooManyAreRefused() throws InterruptedException {
    CountDownLatch scanned = new CountDownLatch(1);
    List<CompletableFuture<String>> orders = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      orders.add(
          errands.run(
              () -> {
                assertThat(scanned.await(10, TimeUnit.SECONDS)).isTrue();
                return "done";
              }));
    }
    assertThat(orders).noneMatch(CompletableFuture::isDone);
    assertThat(errands.run(() -> "too many"))
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isInstanceOfSatisfying(
            UaException.class,
            e ->
                assertThat(e.getStatusCode().value()).isEqualTo(StatusCodes.Bad_TooManyOperations));

    scanned.countDown();

    await("all are answered")
        .atMost(Duration.ofSeconds(10))
        .until(() -> orders.stream().allMatch(CompletableFuture::isDone));
    assertThat(errands.run(() -> "room again").join()).isEqualTo("room again");
  }

  @Test
  void whatItThrowsIsItsAnswer() {
    CompletableFuture<String> answer =
        errands.run(
            () -> {
              throw new UaException(StatusCodes.Bad_InvalidState);
            });
    assertThatThrownBy(answer::join).hasCauseInstanceOf(UaException.class);
  }
}
