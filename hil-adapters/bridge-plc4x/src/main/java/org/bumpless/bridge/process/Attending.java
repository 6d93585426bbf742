package org.bumpless.bridge.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bumpless.adapter.bridge.BridgeEvent;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.bridge.core.Attendant;
import org.bumpless.bridge.core.Lease;
import org.bumpless.bridge.core.Plan;
import org.bumpless.bridge.core.Teller;
import org.bumpless.bridge.core.Wire;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.time.NanoClock;
import org.jspecify.annotations.Nullable;

/**
 * The process at a real controller. It alone reaches the controller, so that a bench that has been
 * killed or stands still can write nothing after its lease is lost, and it brings the recorded
 * values back however the bench ends: in order, by the end of its pipe, or by a beat that does not
 * come. It always ends by itself.
 */
public final class Attending {
  /** It went as it should. */
  private static final int SOUND = 0;

  /** The recorded values are not back. */
  private static final int NOT_REVERTED = 1;

  private static final int LINES_MAX = 4_096;
  private static final Duration PLAN_WITHIN = Duration.ofSeconds(30);

  /** Without a bench it tries for so long to reach a controller that does not answer. */
  private static final Duration ALONE_MAX = Duration.ofMinutes(5);

  private static final long IDLE_NANOS = Duration.ofSeconds(1).toNanos();

  /** Stands for the end of the pipe. */
  private static final Words END = Words.of("end");

  /** Stands for the wish of the system that this process ends. */
  private static final Words TERMINATE = Words.of("terminate");

  private final PrintStream out;
  private final NanoClock clock;
  private final Function<Plan, Wire> wires;
  private final BlockingQueue<Words> lines = new LinkedBlockingQueue<>(LINES_MAX);
  private volatile @Nullable Lease lease;

  private Attending(PrintStream out, NanoClock clock, Function<Plan, Wire> wires) {
    this.out = out;
    this.clock = clock;
    this.wires = wires;
  }

  /**
   * Attends until it is told to stop, or left alone.
   *
   * @param in lines of the bench
   * @param out lines to the bench
   * @return exit code
   */
  public static int run(
      InputStream in, PrintStream out, NanoClock clock, Function<Plan, Wire> wires)
      throws InterruptedException {
    Attending attending = new Attending(out, clock, wires);
    Thread reader = Thread.ofPlatform().daemon().name("bench").start(() -> attending.listen(in));
    Thread main = Thread.currentThread();
    Thread hook = Thread.ofPlatform().unstarted(() -> attending.terminate(main));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return attending.attend();
    } finally {
      reader.interrupt();
    }
  }

  /** Ctrl-C or the system's end: the values come back first. */
  private void terminate(Thread main) {
    lines.clear();
    if (lines.offer(TERMINATE)) {
      try {
        main.join(ALONE_MAX);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void listen(InputStream in) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Lease held = lease;
        if (held != null) {
          held.beat(clock.nanos()); // here, so that an exchange that takes long does not hold it up
        }
        if (!line.equals(Talk.BEAT)) {
          lines.put(Words.parse(line));
        }
      }
    } catch (IOException _) {
      // the pipe is broken: as good as its end
    } catch (InterruptedException _) {
      return; // nobody wants to know any more
    }
    while (!lines.offer(END)) {
      lines.poll(); // what a bench wanted that has gone need not be done
    }
  }

  private int attend() throws InterruptedException {
    Plan plan = plan();
    Lease held = new Lease(plan.spec().deadMan());
    try (FileJournal journal = new FileJournal(plan.journal(), clock);
        Wire wire = wires.apply(plan)) {
      Attendant attendant = new Attendant(plan, wire, held, journal, new ToBench(), clock);
      Map<TagId, Double> open = FileJournal.open(plan.journal());
      attendant.resume(open);
      boolean alone = open.isEmpty() && serve(attendant, held);
      boolean back = attendant.revert(clock.nanos() + patience(plan, alone).toNanos());
      attendant.close();
      say(Words.of(Talk.STOPPED, back));
      return back ? SOUND : NOT_REVERTED;
    } catch (ProductException e) {
      say(Words.of(Talk.FAULT, e.fault(), String.valueOf(e.getMessage())));
      return NOT_REVERTED;
    } catch (IOException e) {
      say(Words.of(Talk.FAULT, ProductException.Cause.UNAVAILABLE, String.valueOf(e.getMessage())));
      return NOT_REVERTED;
    }
  }

  /** Opens the bridge and attends; whether the bench has gone without a word. */
  private boolean serve(Attendant attendant, Lease held)
      throws ProductException, InterruptedException {
    attendant.open();
    held.begin(clock.nanos());
    lease = held;
    say(Words.of(Talk.READY));
    return attend(attendant, held);
  }

  private static Duration patience(Plan plan, boolean alone) {
    return alone ? ALONE_MAX : plan.spec().deadMan().plus(plan.spec().timeout());
  }

  private Plan plan() throws InterruptedException {
    List<Words> read = new ArrayList<>();
    long until = clock.nanos() + PLAN_WITHIN.toNanos();
    while (clock.nanos() < until) {
      Words line = lines.poll(until - clock.nanos(), TimeUnit.NANOSECONDS);
      if (line == null || line.equals(END) || line.equals(TERMINATE)) {
        break;
      }
      if (line.about().equals(PlanText.END)) {
        return PlanText.read(read);
      }
      read.add(line);
    }
    throw new IllegalStateException("the bench did not say what is to be done");
  }

  /** Until the bench wants it to stop, or has gone; whether it has gone. */
  private boolean attend(Attendant attendant, Lease held) throws InterruptedException {
    while (true) {
      long due = Math.min(attendant.step(), held.endNanos());
      long wait = Math.clamp(due - clock.nanos(), 0, IDLE_NANOS);
      for (Words line = lines.poll(wait, TimeUnit.NANOSECONDS); line != null; line = lines.poll()) {
        if (line.equals(END) || line.equals(TERMINATE)) {
          return true;
        }
        switch (line.about()) {
          case Talk.WRITE ->
              attendant.offer(line.whole(1), TagId.parse(line.word(2)), line.number(3));
          case Talk.REVERT -> attendant.revert(held.endNanos());
          case Talk.STOP -> {
            return false;
          }
          default -> throw new IllegalArgumentException("the bench says \"" + line + "\"");
        }
      }
      if (!held.held(clock.nanos())) {
        return true;
      }
    }
  }

  /** A bench that has gone does not listen; that must not keep the values from coming back. */
  private void say(Words line) {
    out.println(line);
    out.flush();
  }

  /** Tells the bench. */
  private final class ToBench implements Teller {
    @Override
    public void value(TagId tag, double value) {
      say(Words.of(Talk.VALUE, tag, value));
    }

    @Override
    public void settled(long number) {
      say(Words.of(Talk.SETTLED, number));
    }

    @Override
    public void event(BridgeEvent.Kind kind, String text) {
      say(Words.of(Talk.EVENT, kind, text));
    }
  }
}
