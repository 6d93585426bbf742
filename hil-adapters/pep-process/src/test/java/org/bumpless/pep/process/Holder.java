package org.bumpless.pep.process;

import java.nio.file.Path;
import org.bumpless.adapter.pep.Pep;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;

/** A bench in a JVM of its own that starts a product and holds it until its own input ends. */
final class Holder {
  static final String READY = "ready";

  private Holder() {}

  /**
   * @param arguments folder for the product's files, and further words for the shell that starts it
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    try (TestSite site = new TestSite(folder, new RealClock());
        Pep pep =
            new ProcessProvider()
                .create(Suts.withShell(Suts.shipped("haproxy-mtls"), arguments[1]), site.pack())) {
      pep.start();
      System.out.println(READY);
      System.out.flush();
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    }
  }
}
