package org.bumpless.plant.fmi;

import java.nio.file.Path;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModelProvider;
import org.bumpless.plant.model.ProcessSpec;

/** Makes processes from the FMU that the plant file names; each unit is an instance of it. */
public final class FmuProvider implements ProcessModelProvider {
  private final Path temporary;

  /** One that unpacks into the system's folder for temporary files. */
  public FmuProvider() {
    this(Path.of(System.getProperty("java.io.tmpdir")));
  }

  FmuProvider(Path temporary) {
    this.temporary = temporary;
  }

  @Override
  public String id() {
    return "fmu";
  }

  @Override
  public boolean readsFile() {
    return true;
  }

  /**
   * A process at the FMU's initial state. The seed is not used: what is random in an FMU comes from
   * the FMU.
   *
   * @throws IllegalArgumentException if the file is no FMU that the bench can run, or a parameter
   *     is wrong; the message names the file, what was found and what was expected
   */
  @Override
  public ProcessModel create(ProcessSpec spec, long seed) {
    Path file =
        spec.file().orElseThrow(() -> new IllegalArgumentException("no file: expected an FMU"));
    try {
      Fmu fmu = Fmu.open(file, temporary);
      try {
        return new FmuProcess(fmu, spec);
      } catch (RuntimeException e) {
        fmu.close();
        throw e;
      }
    } catch (FmuException e) {
      throw new IllegalArgumentException("FMU " + file + ": " + e.getMessage(), e);
    }
  }
}
