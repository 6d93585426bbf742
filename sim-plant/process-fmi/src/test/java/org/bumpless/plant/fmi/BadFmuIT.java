package org.bumpless.plant.fmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bumpless.plant.fmi.Workshop.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no FMU, or none that the bench can run: each is told, and leaves nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadFmuIT {
  private Workshop workshop;
  private Path around;
  private Path temporary;
  private Opened opened;

  @BeforeAll
  void compile(@TempDir Path folder) throws IOException, InterruptedException {
    workshop = new Workshop(folder);
  }

  @BeforeEach
  void beginWithNothing(@TempDir Path folder) throws IOException {
    around = folder;
    temporary = Files.createDirectories(folder.resolve("a/b"));
    opened = new Opened(temporary);
  }

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    opened.close();
    assertThat(opened.leftBehind()).isEmpty();
    assertThat(opened.isLoaded()).isFalse();
    assertThat(around).isDirectoryNotContaining(file -> Files.isRegularFile(file));
  }

  private void refuses(Path fmu, String told) {
    assertThatThrownBy(() -> opened.add(fmu, Map.of(), "T-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("FMU " + fmu + ": found ")
        .hasMessageContaining(told);
  }

  @Test
  void aFileThatIsNoZip() throws IOException {
    refuses(Files.writeString(around.resolve("a/text.fmu"), "no zip"), "no zip (");
    refuses(Files.writeString(around.resolve("a/empty.fmu"), ""), "no zip (");
    refuses(around.resolve("a/nowhere.fmu"), "a file that cannot be unpacked");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "modelDescription.xml | a zip without modelDescription.xml; expected an FMU",
        "binaries/linux64/tank.so | no binaries/linux64/tank.so in it; expected an FMU with a binary for Linux on x86-64",
        "resources/start.txt | fmi2Instantiate refuses T-1"
      })
  void anFmuWithoutOneOfItsParts(String part, String told) throws IOException {
    Map<String, byte[]> parts = workshop.parts();
    assertThat(parts.remove(part)).isNotNull();
    refuses(workshop.fmu(parts), told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fmiVersion=\"2.0\" | fmiVersion=\"1.0\" | fmiModelDescription of FMI \"1.0\"; expected an fmiModelDescription of FMI 2.0",
        "fmiVersion=\"2.0\" | fmiVersion=\"3.0\" | of FMI \"3.0\"",
        "CoSimulation | ModelExchange | no co-simulation in it; expected an FMU for co-simulation",
        "</fmiModelDescription> | <unfinished> | modelDescription.xml that cannot be read",
        "modelIdentifier=\"tank\" | modelIdentifier=\"../tank\" | modelIdentifier \"../tank\"; expected a name as in C",
        "guid=\"{tank}\" | guid=\"{other}\" | fmi2Instantiate refuses T-1 (\"another guid\"); expected a library that belongs to this model description",
        "name=\"gear\" | name=\"pump(1)\" | variables \"pump[1]\" and \"pump(1)\", which are both pump_1_ in a plant file",
        "name=\"mode\" | name=\"tank#area\" | which are both tank_area in a plant file",
        "min=\"0.1\" | min=\"low\" | min \"low\" of a Real; expected a number",
        "min=\"0.1\" | min=\"101\" | variable \"tank.area\" from 101.0 to 100.0; expected min not above max",
        "name=\"time\" valueReference=\"1\" | name=\"time\" valueReference=\"-1\" | valueReference \"-1\" of a ScalarVariable"
      })
  void aDescriptionWithAFault(String replaced, String by, String told) throws IOException {
    refuses(workshop.fmu(replaced, by), told);
  }

  @Test
  void aDescriptionThatReadsFilesOfThisMachine() throws IOException {
    Path secret = Files.writeString(around.resolve("a/secret.txt"), "secret");
    String entity =
        "<!DOCTYPE fmiModelDescription [<!ENTITY x SYSTEM \"%s\">]>\n<fmiModelDescription"
            .formatted(secret.toUri());
    refuses(
        workshop.fmu("<fmiModelDescription", entity, "modelName=\"Tank\"", "modelName=\"&x;\""),
        "modelDescription.xml that cannot be read (DOCTYPE is disallowed");
  }

  @Test
  void aLibraryThatCannotBeLoaded() throws IOException, InterruptedException {
    Map<String, byte[]> parts = workshop.parts();
    parts.put(Workshop.LIBRARY, bytes("no library"));
    refuses(workshop.fmu(parts), "tank.so, which the system cannot load");
    parts.put(Workshop.LIBRARY, workshop.compiled("-DGREEDY"));
    refuses(workshop.fmu(parts), "tank.so, which the system cannot load");
  }

  @Test
  void aLibraryWithoutOneOfTheFunctions() throws IOException, InterruptedException {
    Map<String, byte[]> parts = workshop.parts();
    parts.put(Workshop.LIBRARY, workshop.compiled("-DMISSING"));
    refuses(workshop.fmu(parts), "no function fmi2Reset in tank.so; expected all functions");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../out.txt", "resources/../../../out.txt", "/tmp/out.txt", "resources\\..\\out"})
  void aZipThatWantsOutOfItsFolder(String name) throws IOException {
    Map<String, byte[]> parts = workshop.parts();
    parts.put(name, bytes("out"));
    refuses(workshop.fmu(parts), "\"" + name + "\" in it, which leads out of its folder");
  }

  @Test
  void aZipThatIsLargerThanItLooks() throws IOException {
    Map<String, byte[]> parts = workshop.parts();
    parts.put("resources/zeros", new byte[1 << 20]);
    Path fmu = workshop.fmu(parts);
    assertThatThrownBy(() -> FmuArchive.unpack(fmu, temporary, 1 << 20))
        .isInstanceOf(FmuException.class)
        .hasMessageContaining("more in it than the bench unpacks");
    assertThat(opened.leftBehind()).isEmpty();
    FmuArchive.unpack(fmu, temporary, 2 << 20).close();
  }
}
