package org.bumpless.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.plant.file.PlantFile;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Plant;
import org.bumpless.plc.scan.BadProgramException;
import org.bumpless.plc.scan.ControllerProgram;
import org.bumpless.plc.scan.ProgramLanguage;
import org.bumpless.plc.st.control.StructuredText;

/** The files that ship with the bench, from the class path. */
final class Shipped {
  private static final String PLANT = "tank-farm.yaml";
  private static final List<String> REFERENCE =
      List.of("sut.yaml", "policies/plant.cedar", "policies/plant.cedarschema");

  static final ProgramLanguage LANGUAGE = new StructuredText();

  private Shipped() {}

  static Plant tankFarm() {
    try {
      return PlantFile.parse(PLANT, bytes(PLANT), path -> bytes(path.replace("../", "")));
    } catch (BadFileException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The program with which a controller of it begins. */
  static ControllerProgram program(Asset.Controller controller) {
    try {
      return LANGUAGE.compile(tankFarm().program(controller.program().program()).orElseThrow());
    } catch (BadProgramException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lays the reference product's folder below another one and returns its {@code sut.yaml}. */
  static Path reference(Path below) {
    try {
      for (String name : REFERENCE) {
        Path file = below.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes("reference/" + name));
      }
      return below.resolve(REFERENCE.getFirst());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Shipped.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
