package org.bumpless.runner.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plc.scan.BadProgramException;
import org.bumpless.plc.scan.ControllerProgram;
import org.bumpless.plc.scan.ProgramLanguage;
import org.bumpless.runner.InputException;

/** The programs of a plant, compiled once for all of its controllers. */
public final class Programs {
  private final ProgramLanguage language = Providers.only(ProgramLanguage.class);
  private final Map<String, ControllerProgram> compiled = new HashMap<>();

  /**
   * Compiles all of them.
   *
   * @throws InputException if one is none, or does not fit a controller that begins with it, with
   *     all that is wrong
   */
  public Programs(Plant plant) {
    List<String> problems = new ArrayList<>();
    for (ProgramText text : plant.programs()) {
      try {
        compiled.put(text.name(), language.compile(text));
      } catch (BadProgramException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (problems.isEmpty()) {
      plant.assets(Asset.Controller.class).forEach(controller -> fit(controller, problems));
    }
    if (!problems.isEmpty()) {
      throw new InputException(String.join(System.lineSeparator(), problems));
    }
  }

  private void fit(Asset.Controller controller, List<String> problems) {
    try {
      of(controller).create(controller.tags());
    } catch (IllegalArgumentException e) {
      problems.add(controller.id() + ": " + e.getMessage());
    }
  }

  /** The program with which a controller begins. */
  public ControllerProgram of(Asset.Controller controller) {
    String name = controller.program().program();
    ControllerProgram program = compiled.get(name);
    if (program == null) {
      throw new InputException(
          "%s: there is no program %s in the plant; it has %s"
              .formatted(controller.id(), name, compiled.keySet().stream().sorted().toList()));
    }
    return program;
  }

  /** The language in which controllers take further ones. */
  public ProgramLanguage language() {
    return language;
  }
}
