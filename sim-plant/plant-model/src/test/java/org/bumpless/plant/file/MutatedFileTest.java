package org.bumpless.plant.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The tank farm with a few bytes wrong, at random from a printed seed. */
class MutatedFileTest {
  private static final long SEED = 20_260_101L;
  private static final int FILES = Integer.getInteger("bumpless.mutations", 300);
  private static final byte[] TROUBLE =
      "\t\n \"'[]{}:,-&*!|>%@`#?~$.0e\\".getBytes(StandardCharsets.US_ASCII);

  @Test
  void isAPlantOrABadFileAndNothingElse() throws IOException {
    byte[] whole = Files.readAllBytes(TankFarmFileTest.TANK_FARM);
    SplittableRandom random = new SplittableRandom(SEED);
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] mutated = whole.clone();
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        byte by =
            random.nextInt(4) == 0
                ? (byte) random.nextInt(256)
                : TROUBLE[random.nextInt(TROUBLE.length)];
        mutated[random.nextInt(mutated.length)] = by;
      }
      try {
        assertThat(PlantFile.parse("m.yaml", mutated)).isNotNull();
      } catch (BadFileException e) {
        refused++;
        assertThat(e.problems()).as("file %d of seed %d", i, SEED).isNotEmpty();
      } catch (RuntimeException e) {
        throw new AssertionError("file " + i + " of seed " + SEED, e);
      }
    }
    assertThat(refused).as("files refused, seed %d", SEED).isBetween(FILES / 3, FILES);
  }
}
