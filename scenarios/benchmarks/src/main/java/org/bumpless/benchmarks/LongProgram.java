package org.bumpless.benchmarks;

import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plc.scan.BadProgramException;
import org.bumpless.plc.scan.ControllerProgram;

/** A level loop that has ten more loops to look after: about 300 lines. */
final class LongProgram {
  private static final int LOOPS = 10;
  private static final String LOOP =
      """
      FUNCTION_BLOCK LoopNUMBER
        VAR_INPUT
          measured : REAL;
          automatic : BOOL;
        END_VAR
        VAR_OUTPUT
          output : REAL;
          alarm : BOOL;
        END_VAR
        VAR
          integral : REAL;
          delay : TON;
        END_VAR
        IF automatic THEN
          integral := LIMIT(0.0, integral + (50.0 - measured) * 0.01, 100.0);
          output := 2.0 * (50.0 - measured) + integral;
        ELSE
          output := 0.0;
        END_IF;
        delay(IN := measured > 90.0, PT := T#NUMBERms, Q => alarm);
      END_FUNCTION_BLOCK
      """;

  private LongProgram() {}

  /** A function block {@code Loop1}, {@code Loop2} and so on, of 20 lines. */
  static String loop(int number) {
    return LOOP.replace("NUMBER", Integer.toString(number));
  }

  /** The program that a controller of the tank farm begins with, and the loops beside. */
  static ControllerProgram of(Asset.Controller controller) {
    ProgramText shipped = Shipped.tankFarm().program(controller.program().program()).orElseThrow();
    StringBuilder blocks = new StringBuilder();
    StringBuilder instances = new StringBuilder("  VAR\n");
    StringBuilder calls = new StringBuilder();
    for (int loop = 1; loop <= LOOPS; loop++) {
      String number = Integer.toString(loop);
      blocks.append(loop(loop));
      instances.append("    loopN : LoopN;\n".replace("N", number));
      calls.append("  loopN(measured := level, automatic := TRUE);\n".replace("N", number));
    }
    String text =
        shipped
            .text()
            .replaceFirst(
                "(PROGRAM LevelLoop(?s:.*?)\n)  VAR\n", "$1" + instances + "  END_VAR\n  VAR\n")
            .replaceFirst("PROGRAM LevelLoop", blocks + "PROGRAM LevelLoop")
            .replace("END_PROGRAM", calls + "END_PROGRAM");
    try {
      return Shipped.LANGUAGE.compile(new ProgramText("long-level-loop", text));
    } catch (BadProgramException e) {
      throw new IllegalStateException(e);
    }
  }
}
