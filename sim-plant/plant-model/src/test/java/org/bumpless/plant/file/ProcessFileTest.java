package org.bumpless.plant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bumpless.plant.model.ProcessSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process names the file that its model is read from. */
class ProcessFileTest {
  @TempDir Path folder;

  @Test
  void theFileIsFoundFromTheFolderOfThePlant() throws BadFileException, IOException {
    Path model = Files.writeString(folder.resolve("tank.fmu"), "");
    Path plant = Files.createDirectory(folder.resolve("plants")).resolve("p.yaml");
    Files.write(plant, with("../tank.fmu"));

    ProcessSpec process = PlantFile.read(plant).process();

    assertThat(process.file()).contains(model.toAbsolutePath());
    assertThat(process.units()).hasSize(2);
  }

  @Test
  void aProcessWithoutOneHasNone() throws BadFileException, IOException {
    assertThat(
            PlantFile.parse("p.yaml", Beside.soundPlant().getBytes(StandardCharsets.UTF_8))
                .process()
                .file())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere.fmu", "folder", "."})
  void whatIsNoFileIsRefused(String path) throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    Neighbours neighbours = Neighbours.beside(folder.resolve("p.yaml"));
    byte[] plant = with(path);

    assertThat(
            catchThrowableOfType(
                BadFileException.class, () -> PlantFile.parse("p.yaml", plant, neighbours)))
        .hasMessage(
            "p.yaml:40:9: found no file \"%s\"; expected a path from this file's folder", path);
  }

  private static byte[] with(String path) throws IOException {
    return Beside.soundPlant()
        .replace("  model: tank-farm\n", "  model: fmu\n  file: " + path + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
