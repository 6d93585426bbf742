package org.bumpless.runner.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.bumpless.plant.file.BadFileException;
import org.bumpless.scenario.requirement.Catalogue;
import org.bumpless.scenario.requirement.CatalogueFile;

/** Reads what commands need and nobody names. */
final class Inputs {
  private static final String CATALOGUE = "features/requirements.yaml";

  private Inputs() {}

  /** The requirements catalogue that is shipped. */
  static Catalogue catalogue() throws BadFileException {
    try (InputStream in = Inputs.class.getClassLoader().getResourceAsStream(CATALOGUE)) {
      if (in == null) {
        throw new IllegalStateException(CATALOGUE + " is not on the class path");
      }
      return CatalogueFile.parse(CATALOGUE, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
