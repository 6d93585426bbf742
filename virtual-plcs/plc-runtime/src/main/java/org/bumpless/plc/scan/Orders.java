package org.bumpless.plc.scan;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.bumpless.plant.time.Tick;
import org.bumpless.plc.cpu.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Orders that wait for the next scan; who gives one waits for its answer. One that was not carried
 * out in time is not carried out later.
 */
public final class Orders {
  private static final int WAITING_MAX = 16;
  private static final long ANSWER_WITHIN_MILLIS = 2_000;

  private final BlockingQueue<Order> waiting = new LinkedBlockingQueue<>(WAITING_MAX);

  /** Who carries orders out. */
  private volatile @Nullable Thread carrier;

  /** In which scan that was done last; the carrier's own. */
  private Tick last = new Tick(0, 0);

  private record Order(Function<Tick, Answer> work, CompletableFuture<Answer> answer) {}

  /**
   * Gives an order and waits until it has been carried out; at once if whoever gives it is the one
   * who scans, as in virtual time.
   */
  public Answer give(Function<Tick, Answer> work) {
    if (carrier == Thread.currentThread()) {
      return work.apply(last);
    }
    Order order = new Order(work, new CompletableFuture<>());
    if (!waiting.offer(order)) {
      return busy("it has " + WAITING_MAX + " orders to carry out already; try again");
    }
    try {
      return order.answer.get(ANSWER_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return late(order);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late(order);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an order failed: " + e.getCause(), e);
    }
  }

  private static Answer late(Order order) {
    synchronized (order) {
      return order.answer.cancel(false)
          ? busy("it has not scanned for " + ANSWER_WITHIN_MILLIS + " ms")
          : order.answer.join();
    }
  }

  private static Answer busy(String why) {
    return new Answer.Refused(Answer.Cause.BUSY, why);
  }

  /** Carries out what waits; on the scan thread. */
  public void carryOut(Tick tick) {
    if (carrier != Thread.currentThread()) {
      carrier = Thread.currentThread();
    }
    last = tick;
    for (int i = 0; i < WAITING_MAX; i++) {
      @Nullable Order order = waiting.poll();
      if (order == null) {
        return;
      }
      carryOut(order, tick);
    }
  }

  /** The answer is there before its asker can give up on it, or the order is not carried out. */
  private static void carryOut(Order order, Tick tick) {
    synchronized (order) {
      if (order.answer.isDone()) {
        return;
      }
      try {
        order.answer.complete(order.work.apply(tick));
      } catch (RuntimeException e) {
        order.answer.completeExceptionally(e);
      }
    }
  }
}
