package org.bumpless.plant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.LoopSpec;
import org.bumpless.plant.model.ProgramSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopFileTest {
  private static final String LOOP =
      "loop: {value: LEVEL, setPoint: SP, low: 2, high: 100, alarms: [ESD], trends: [SPARE]}";

  @Test
  void aControllerClosesTheLoopOfItsType() throws BadFileException, IOException {
    ProgramSpec program =
        PlantFile.parse("p.yaml", with(LOOP)).assets(Asset.Controller.class).getFirst().program();

    assertThat(program.loop())
        .contains(new LoopSpec("LEVEL", "SP", 2, 100, List.of("ESD"), List.of("SPARE")));
    assertThat(program.trends()).containsExactly("T-2.level");
  }

  @Test
  void oneWithoutAlarmsAndTrendsIsALoopToo() throws BadFileException, IOException {
    byte[] file = with("loop: {value: LEVEL, setPoint: SP, low: 2, high: 100}");

    assertThat(PlantFile.parse("p.yaml", file).assets(Asset.Controller.class))
        .allSatisfy(controller -> assertThat(controller.program().loop()).isPresent())
        .allSatisfy(controller -> assertThat(controller.program().trends()).isEmpty());
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "value: LEVEL | value: LEVER | 21:19: found unknown input \"LEVER\"; expected one of LEVEL, SPARE",
        "setPoint: SP | setPoint: PS | 21:36: found unknown tag \"PS\"; expected one of ESD, MODE, PV, SP",
        "[ESD] | [DSE] | 21:68: found unknown tag \"DSE\"; expected one of ESD, MODE, PV, SP",
        "[SPARE] | [SPORE] | 21:83: found unknown input or output \"SPORE\"; expected one of LEVEL, SPARE",
        "high: 100 | high: 1 | 21:54: found high 1.0 not above low 2.0; expected a higher one"
      })
  void whatTheTypeDoesNotHaveIsRefused(String replaced, String by, String told) throws IOException {
    byte[] file = with(LOOP.replace(replaced, by));

    assertThat(catchThrowableOfType(BadFileException.class, () -> PlantFile.parse("p.yaml", file)))
        .hasMessage("p.yaml:" + told);
  }

  private static byte[] with(String loop) throws IOException {
    return Beside.soundPlant()
        .replace("    endpoints:", "    " + loop + "\n    endpoints:")
        .getBytes(StandardCharsets.UTF_8);
  }
}
