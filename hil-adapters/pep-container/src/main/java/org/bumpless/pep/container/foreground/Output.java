package org.bumpless.pep.container.foreground;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.testcontainers.containers.output.OutputFrame;

/** Hands on what a container prints, as it comes. */
final class Output implements Consumer<OutputFrame> {
  private static final Duration LAST_WORDS_MAX = Duration.ofSeconds(2);

  private final PrintStream out;
  private final CountDownLatch ended = new CountDownLatch(1);

  Output(PrintStream out) {
    this.out = out;
  }

  @Override
  public void accept(OutputFrame frame) {
    if (frame.getType() == OutputFrame.OutputType.END) {
      ended.countDown();
    } else {
      byte[] bytes = frame.getBytes();
      out.write(bytes, 0, bytes.length);
      out.flush();
    }
  }

  /** Waits a moment for the last of it; an engine may forget to say that there is no more. */
  void awaitEnd() throws InterruptedException {
    if (!ended.await(LAST_WORDS_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
      out.println("(there may have been more)");
    }
  }
}
