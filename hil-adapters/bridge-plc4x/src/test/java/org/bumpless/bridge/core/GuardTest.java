package org.bumpless.bridge.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guard lets through; each through the whole bridge, judged by the controller. */
class GuardTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          19.9 | 19.9000 is outside of 20.0000 to 80.0000
          80.1 | 80.1000 is outside of 20.0000 to 80.0000
          NaN  | NaN is outside of 20.0000 to 80.0000
          60.5 | from 50.0000 to 60.5000 is a step of 10.5000, and at 10.0000 per second 10.0000 is allowed now
          39.5 | from 50.0000 to 39.5000 is a step of 10.5000, and at 10.0000 per second 10.0000 is allowed now
          """)
  void refuses(double value, String why) throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();

    rig.write(Rig.SP, value);
    rig.run(SECOND);

    assertThat(rig.wire.raws.get(Rig.SP)).isEqualTo(80);
    assertThat(rig.told).contains("REFUSED LIC-1.SP = " + value + ": " + why);
  }

  @Test
  void readOnlyIsReadOnly() throws Exception {
    Rig rig = new Rig(false, Optional.empty());
    rig.attendant.open();

    rig.write(Rig.SP, 55);
    rig.run(SECOND);

    assertThat(rig.wire.raws.get(Rig.SP)).isEqualTo(80);
    assertThat(rig.told).contains("REFUSED LIC-1.SP = 55.0: the bridge is read-only");
  }

  @Test
  void aTagThatIsNotListedIsNotWritten() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();

    rig.write(Rig.LOCK, 0);
    rig.run(SECOND);

    assertThat(rig.wire.raws.get(Rig.LOCK)).isEqualTo(1);
    assertThat(rig.told).contains("REFUSED LIC-1.LOCK = 0.0: LIC-1.LOCK is not on the write list");
  }

  @Test
  void theInterlockCountsAtTheMomentOfTheWrite() throws Exception {
    Rig rig = new Rig(true, Optional.of(Rig.LOCK));
    rig.attendant.open();
    rig.run(SECOND);
    rig.wire.raws.put(Rig.LOCK, 0.0); // no poll has seen that yet

    rig.write(Rig.SP, 55);
    rig.run(SECOND);
    assertThat(rig.wire.raws.get(Rig.SP)).isEqualTo(80);
    assertThat(rig.told).contains("REFUSED LIC-1.SP = 55.0: the interlock LIC-1.LOCK is not true");

    rig.wire.raws.put(Rig.LOCK, 1.0);
    rig.write(Rig.SP, 55);
    rig.run(SECOND);
    assertThat(rig.wire.raws.get(Rig.SP)).isEqualTo(90);
  }

  @Test
  void anInterlockThatOpensKeepsAWriteFromBeingRepeated() throws Exception {
    Rig rig = new Rig(true, Optional.of(Rig.LOCK));
    rig.attendant.open();
    rig.wire.loseRequest = true;
    rig.write(Rig.SP, 55);
    rig.attendant.step();
    rig.wire.raws.put(Rig.LOCK, 0.0);

    rig.run(SECOND);

    assertThat(rig.wire.raws.get(Rig.SP)).isEqualTo(80);
    assertThat(rig.told).anyMatch(t -> t.startsWith("UNKNOWN") && t.contains("interlock"));
  }

  @Test
  void twoWritesKeepTheirDistance() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    rig.write(Rig.SP, 52);
    rig.write(Rig.SP, 54);
    rig.run(SECOND);
    assertThat(rig.wire.raws.get(Rig.SP)).as("the second was refused").isEqualTo(84);
    assertThat(rig.told).anyMatch(t -> t.contains("the file wants 500 ms"));

    rig.write(Rig.SP, 54);
    rig.run(SECOND);
    assertThat(rig.wire.raws.get(Rig.SP)).isEqualTo(88);
  }

  @Test
  void manySmallStepsAreNoFasterThanOneLarge() throws Exception {
    Rig rig = new Rig();
    rig.attendant.open();
    for (int i = 1; i <= 20; i++) {
      rig.write(Rig.SP, 50 + 9.0 * i);
      rig.run(Duration.ofMillis(600)); // at 10 per second only 6 are allowed
    }
    assertThat(rig.wire.raws.get(Rig.SP)).as("only the first step").isEqualTo(98);
  }
}
