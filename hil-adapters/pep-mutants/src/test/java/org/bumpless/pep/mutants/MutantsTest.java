package org.bumpless.pep.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.bumpless.adapter.pep.Mutant;
import org.bumpless.pep.reference.parts.ReferenceParts;
import org.junit.jupiter.api.Test;

/** The whole set as {@code bumpless mutants} finds it. */
class MutantsTest {
  private final List<Mutant> mutants =
      ServiceLoader.load(Mutant.class).stream().map(ServiceLoader.Provider::get).toList();

  @Test
  void thereAreTwelveAtLeastEachWithItsOwnIdAndFault() {
    assertThat(mutants).hasSizeGreaterThanOrEqualTo(12);
    assertThat(mutants).extracting(Mutant::id).doesNotHaveDuplicates();
    assertThat(mutants).extracting(Mutant::fault).doesNotHaveDuplicates();
    assertThat(mutants).allSatisfy(m -> assertThat(m.id()).matches("[a-z][a-z-]{2,30}"));
    assertThat(mutants).allSatisfy(m -> assertThat(m.fault()).matches("[A-Z].{20,}\\."));
  }

  @Test
  void theyBreakRequirementsOfAllFamiliesThatAPepIsHeldTo() {
    assertThat(mutants).allSatisfy(m -> assertThat(m.breaks()).isNotEmpty());
    assertThat(
            mutants.stream()
                .flatMap(m -> m.breaks().stream())
                .map(id -> id.substring(0, id.indexOf('-')))
                .collect(Collectors.toSet()))
        .contains("DEC", "ENF", "IDN", "REV", "LAT", "SAF", "MNT", "RES");
  }

  @Test
  void eachDiffersFromTheReferenceInOnePart() throws IOException, ReflectiveOperationException {
    try (Workbench bench = new Workbench()) {
      ReferenceParts sound = bench.sound();
      for (Mutant mutant : mutants) {
        assertThat(mutant).isInstanceOf(ReferenceMutant.class);
        assertThat(differences(sound, bench.broken((ReferenceMutant) mutant, sound)))
            .as(mutant.id())
            .hasSize(1);
      }
    }
  }

  private static List<String> differences(ReferenceParts sound, ReferenceParts broken)
      throws ReflectiveOperationException {
    List<String> different = new ArrayList<>();
    for (RecordComponent part : ReferenceParts.class.getRecordComponents()) {
      if (!part.getAccessor().invoke(sound).equals(part.getAccessor().invoke(broken))) {
        different.add(part.getName());
      }
    }
    return different;
  }
}
