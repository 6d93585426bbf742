package org.bumpless.plant.fmi;

import java.lang.foreign.MemorySegment;
import org.bumpless.plant.fmi.Variable.Kind;

/** The functions of a library that an instance is led by. */
record Functions(
    MemorySegment instantiate,
    MemorySegment free,
    MemorySegment setup,
    MemorySegment enter,
    MemorySegment exit,
    MemorySegment terminate,
    MemorySegment reset,
    MemorySegment getReal,
    MemorySegment setReal,
    MemorySegment getInteger,
    MemorySegment setInteger,
    MemorySegment getBoolean,
    MemorySegment setBoolean,
    MemorySegment getState,
    MemorySegment setState,
    MemorySegment freeState,
    MemorySegment step) {
  /**
   * Those of a library.
   *
   * @throws FmuException if one is missing; all have to be there, those of what the FMU cannot do
   *     too (FMI 2.0, 2.1)
   */
  static Functions of(Library library) {
    return new Functions(
        library.function("fmi2Instantiate"),
        library.function("fmi2FreeInstance"),
        library.function("fmi2SetupExperiment"),
        library.function("fmi2EnterInitializationMode"),
        library.function("fmi2ExitInitializationMode"),
        library.function("fmi2Terminate"),
        library.function("fmi2Reset"),
        library.function("fmi2GetReal"),
        library.function("fmi2SetReal"),
        library.function("fmi2GetInteger"),
        library.function("fmi2SetInteger"),
        library.function("fmi2GetBoolean"),
        library.function("fmi2SetBoolean"),
        library.function("fmi2GetFMUstate"),
        library.function("fmi2SetFMUstate"),
        library.function("fmi2FreeFMUstate"),
        library.function("fmi2DoStep"));
  }

  MemorySegment get(Kind kind) {
    return switch (kind) {
      case REAL -> getReal;
      case INTEGER -> getInteger;
      case BOOLEAN -> getBoolean;
    };
  }

  MemorySegment set(Kind kind) {
    return switch (kind) {
      case REAL -> setReal;
      case INTEGER -> setInteger;
      case BOOLEAN -> setBoolean;
    };
  }
}
