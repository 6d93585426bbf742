package org.bumpless.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference enforcement point as a program of its own does what it does inside the bench. A few
 * scenarios of each kind: the rest is tried inside the bench and in a container (ProductsIT).
 */
@Timeout(300)
class ReferenceProgramIT {
  @TempDir private Path out;

  @Test
  void asAProgramItDoesWhatItDoesInsideTheBench() throws IOException {
    Ran ran =
        Ran.of(
            Ran.shipped("reference-process"),
            "@DEC-01 or @DEC-04 or @ENF-01 or @ENF-07 or @IDN-05 or @REV-01 or @RES-01 or @MNT-01",
            "standard",
            out);

    assertThat(ran.scenarios()).hasSizeGreaterThanOrEqualTo(8).allSatisfy(Ran::isNotBroken);
    assertThat(ran.scenarios())
        .filteredOn(s -> Ran.standing(s).equals("PASS"))
        .hasSizeGreaterThanOrEqualTo(6);
  }
}
