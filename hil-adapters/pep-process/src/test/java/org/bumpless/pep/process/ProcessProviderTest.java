package org.bumpless.pep.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.bumpless.adapter.pep.PepProvider;
import org.bumpless.adapter.pep.ProductException;
import org.bumpless.adapter.pep.ProductState;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.adapter.testkit.TestSite;
import org.bumpless.plant.engine.clock.RealClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessProviderTest {
  private final ProcessProvider provider = new ProcessProvider();
  private TestSite site;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    site = new TestSite(folder, new RealClock());
  }

  @AfterAll
  void close() {
    site.close();
  }

  @Test
  void isFound() {
    assertThat(ServiceLoader.load(PepProvider.class))
        .extracting(PepProvider::id)
        .containsExactlyInAnyOrder("process", "routed");
  }

  @Test
  void aMissingProgramIsNamedWithTheLineThatInstallsIt(@TempDir Path folder) {
    ProductException refusal = refusal(Suts.of(folder, Map.of(), "gate-that-nobody-has"));

    assertThat(refusal.fault()).isEqualTo(ProductException.Cause.UNAVAILABLE);
    assertThat(refusal.getMessage())
        .contains(
            "program gate-that-nobody-has is not installed",
            "/usr/sbin",
            "get it with: apt-get install gate-that-nobody-has");
  }

  @Test
  void allThatIsWrongInTemplatesAndCommandIsToldInOneGo(@TempDir Path folder) throws Exception {
    Path one = Files.writeString(folder.resolve("one.mustache"), "a\nb {{flder}}");
    Path two = Files.writeString(folder.resolve("two.mustache"), "{{#listeners}}{{nme}}\n");
    ProductException refusal =
        refusal(Suts.of(folder, Map.of(one, "one.cfg", two, "two.cfg"), "sh", "{{port}}"));

    assertThat(refusal.fault()).isEqualTo(ProductException.Cause.BAD_INPUT);
    assertThat(
            String.valueOf(refusal.getMessage())
                .lines()
                .map(l -> l.replaceFirst("; expected.*", "")))
        .containsExactly(
            one + ":2:3: found unknown variable \"flder\"",
            folder.resolve("sut.yaml") + ":3:9: found unknown variable \"port\"",
            two
                + ":1:1: found text that is no Mustache template (Section missing close tag"
                + " 'listeners' @ line 1)");
  }

  @Test
  void aTemplateThatHasGoneOrIsNoTextIsTold(@TempDir Path folder) throws Exception {
    Path gone = folder.resolve("gone.mustache");
    assertThat(refusal(Suts.of(folder, Map.of(gone, "a"), "sh")).getMessage())
        .startsWith(gone + ": found no template that can be read");

    Path binary = Files.write(folder.resolve("binary.mustache"), new byte[] {(byte) 0xC3, 0x28});
    assertThat(refusal(Suts.of(folder, Map.of(binary, "a"), "sh")).getMessage())
        .isEqualTo(binary + ": found bytes that are no UTF-8; expected text in UTF-8");
  }

  @Test
  void aProgramBesideTheDescriptionMustBeOne(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("start.sh"), "#!/bin/sh\n");
    ProductException refusal = refusal(Suts.of(folder, Map.of(), "sh", "-c", "true"), "./start.sh");

    assertThat(refusal.fault()).isEqualTo(ProductException.Cause.BAD_INPUT);
    assertThat(refusal.getMessage())
        .isEqualTo(
            "%s: command: found %s, which is no program; expected a file that can be executed"
                .formatted(folder.resolve("sut.yaml"), folder.resolve("start.sh")));
  }

  @Test
  void creatingWritesAndStartsNothing(@TempDir Path folder) throws Exception {
    Path template = Files.writeString(folder.resolve("one.mustache"), "{{folder}}");
    Sut sut = Suts.of(folder, Map.of(template, "one.cfg"), "sh", "-c", "touch started");
    try (var pep = provider.create(sut, site.pack())) {
      assertThat(pep.state()).isEqualTo(new ProductState.Stopped());
      assertThat(site.pack().folder()).isEmptyDirectory();
    }
  }

  private ProductException refusal(Sut sut) {
    ProductException refusal =
        catchThrowableOfType(ProductException.class, () -> provider.create(sut, site.pack()));
    assertThat(refusal).as("refusal").isNotNull();
    return refusal;
  }

  /** The refusal of a product whose program is not the one that it needs. */
  private ProductException refusal(Sut sut, String first) {
    return refusal(Suts.startedBy(sut, first));
  }
}
