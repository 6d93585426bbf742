package org.bumpless.bridge.plc4x;

import java.io.PrintStream;
import org.bumpless.bridge.process.Attending;
import org.bumpless.plant.engine.clock.RealClock;

/** The process at a real controller; its input and output are the bench's. */
public final class BridgeMain {
  private BridgeMain() {}

  /** Drivers that print must not be heard by the bench. */
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream bench = System.out;
    System.setOut(System.err);
    int code = Attending.run(System.in, bench, new RealClock(), Plc4xWire::new);
    Runtime.getRuntime().halt(code); // threads of drivers that were let go would keep it alive
  }
}
