package org.bumpless.pep.container;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.Mishap;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.pep.process.Keeper;
import org.bumpless.plant.identity.Identity;
import org.jspecify.annotations.Nullable;

/** A container, by the program that holds it in the foreground. */
final class ContainerPep implements Pep {
  private final String container;
  private final Image image;
  private final Engine engine;
  private final Pep command;
  private final Duration stopWithin;
  private @Nullable Keeper keeper;

  /**
   * @param container its name, which no other has
   * @param command that program
   * @param stopWithin how long its orderly end may take
   */
  ContainerPep(String container, Image image, Engine engine, Pep command, Duration stopWithin) {
    this.container = container;
    this.image = image;
    this.engine = engine;
    this.command = command;
    this.stopWithin = stopWithin;
  }

  @Override
  public synchronized void start() throws ProductException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before " + container + " was started");
    }
    image.require(engine, Engine.architecture(System.getProperty("os.arch", "")));
    boolean ready = false;
    try {
      keeper = Keeper.of(removal(), engine.programs());
      command.start();
      ready = true;
    } catch (IOException e) {
      throw Engine.unavailable("container %s cannot be watched: %s".formatted(container, e));
    } finally {
      if (!ready) {
        close();
      }
    }
  }

  private List<String> removal() {
    List<String> removal = new ArrayList<>(engine.command());
    removal.addAll(List.of("rm", "--force", "--volumes", container));
    return removal;
  }

  @Override
  public InetSocketAddress front(Listener listener) {
    return command.front(listener);
  }

  @Override
  public ProductState state() {
    return command.state();
  }

  @Override
  public boolean renew(Identity identity) throws ProductException {
    return command.renew(identity);
  }

  @Override
  public void suffer(Mishap mishap) throws ProductException {
    if (mishap instanceof Mishap.ClockWrong) {
      throw Engine.unavailable(
          mishap + ": a container has the clock of its host; only a process can have its own");
    }
    command.suffer(mishap);
  }

  @Override
  public void recover() throws ProductException {
    command.recover();
  }

  @Override
  public synchronized void kill() {
    end(() -> {}, "kill", container);
  }

  /** Stops it in its time; whatever is left of it after that is removed. */
  @Override
  public synchronized void close() {
    end(
        this::wake,
        "stop",
        "--time",
        Long.toString(Math.max(1, stopWithin.toSeconds())),
        container);
  }

  /** Lets it go on, for who hangs does not hear of its end. */
  private void wake() {
    try {
      command.recover();
    } catch (ProductException _) {
      // what cannot be woken is killed
    }
  }

  /**
   * Ends it by a word of the engine, and removes what is left.
   *
   * @param first what is done before
   * @param words of the engine's command
   */
  private void end(Runnable first, String... words) {
    Keeper watching = keeper;
    if (watching == null) {
      command.close();
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      first.run();
      var _ = engine.call(words); // whether it was still there to be told is shown by what follows
      command.close();
      Engine.Answer removed = engine.call(removal());
      if (!removed.yes()
          && !removed.words().toLowerCase(Locale.ROOT).contains("no such")
          && !removed.words().contains("no container")) {
        throw new IllegalStateException(
            "container %s cannot be removed: %s".formatted(container, removed.words()));
      }
    } catch (ProductException e) {
      throw new IllegalStateException("container " + container + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      keeper = null;
      watching.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
