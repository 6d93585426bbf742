package org.bumpless.plc.cpu;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bumpless.plant.model.ProgramText;

/**
 * What an engineering station can do to a controller over the network; safe for any number of
 * threads. Each order is carried out between two scans, and the caller waits for that.
 */
public interface Engineering {

  /** The processor after the last finished scan. */
  CpuState state();

  /** RUN, restarting the program; from STOP or FAULT, with the key in REMOTE. */
  Answer start();

  /** STOP, with the key in REMOTE. */
  Answer stop();

  /**
   * Loads a program, unless the key is in RUN. A controller that runs goes on with the new one; one
   * in FAULT goes to STOP.
   */
  Answer download(ProgramText program, Load load);

  /** The program that is loaded; empty if this controller does not give it away. */
  Optional<ProgramText> upload();

  /**
   * Holds an input or output of the program at a value, or lets it go; not with the key in RUN.
   *
   * @param name as the program calls it
   * @param value empty to let it go
   */
  Answer force(String name, OptionalDouble value);

  /** The newest first. */
  List<Diagnostic> diagnostics();
}
