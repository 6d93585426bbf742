package org.bumpless.plant.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A historian names the station that it records. */
class HistorianFileTest {
  private static final String BEFORE = "  - {id: LIC-1, kind: controller";

  @Test
  void theTankFarmsHistorianRecordsTheAggregator() throws BadFileException {
    assertThat(
            PlantFile.read(Path.of("../../scenarios/plants/tank-farm.yaml"))
                .assets(Asset.Historian.class))
        .extracting(Asset.Historian::records)
        .containsExactly(new AssetId("AGG-1"));
  }

  @Test
  void itMayStandBeforeTheStationInTheFileOrPollItself() throws BadFileException, IOException {
    assertThat(PlantFile.parse("p.yaml", plant("records: HMI-1")).assets(Asset.Historian.class))
        .extracting(Asset.Historian::records)
        .containsExactly(new AssetId("HMI-1"));
    byte[] itself =
        new String(plant("records: HIST-1"), StandardCharsets.UTF_8)
            .replace("client: HMI-1", "client: HIST-1")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(PlantFile.parse("p.yaml", itself).assets(Asset.Historian.class))
        .extracting(Asset.Historian::records)
        .containsExactly(new AssetId("HIST-1"));
  }

  @Test
  void itMayRecordWhatASafetyControllerTellsThroughADiode() throws BadFileException, IOException {
    assertThat(PlantFile.parse("p.yaml", plant("records: SIS-1")).assets(Asset.Historian.class))
        .extracting(Asset.Historian::records)
        .containsExactly(new AssetId("SIS-1"));
  }

  @Test
  void aSafetyControllerIsRecordedAtTheEndOfItsDiodeOnly() throws IOException {
    byte[] elsewhere =
        new String(plant("records: SIS-1"), StandardCharsets.UTF_8)
            .replace("from: sis, to: control, enforcement", "from: sis, to: office, enforcement")
            .getBytes(StandardCharsets.UTF_8);
    BadFileException refusal =
        catchThrowableOfType(BadFileException.class, () -> PlantFile.parse("p.yaml", elsewhere));

    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.getMessage())
        .isEqualTo(
            "p.yaml:32:75: found \"SIS-1\", from which no diode leads to the historian; expected a"
                + " conduit with enforcement: diode from zone sis to zone control");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          records: HMI-7 | 32:75: found unknown asset "HMI-7"; expected one of EWS-1, HMI-1, HIST-1, LIC-1, SIS-1, T-1, T-2
          records: EWS-1 | 32:75: found "EWS-1", which polls nothing; expected an asset that is the client of a flow with a period, or a safety controller
          records: LIC-1 | 32:75: found "LIC-1", which polls nothing; expected an asset that is the client of a flow with a period, or a safety controller
          ''             | 32:24: found a historian that records nothing; expected key records beside it
          device: T-1    | 32:74: found key "device" with kind historian; expected it with kind controller only
          """)
  void isRefused(String keys, String told) throws IOException {
    byte[] faulty = plant(keys);
    BadFileException refusal =
        catchThrowableOfType(BadFileException.class, () -> PlantFile.parse("p.yaml", faulty));

    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.getMessage()).isEqualTo("p.yaml:" + told);
  }

  @Test
  void onlyHistoriansRecord() throws IOException {
    byte[] faulty =
        Beside.soundPlant()
            .replace("title: Operator station}", "title: Operator station, records: HMI-1}")
            .getBytes(StandardCharsets.UTF_8);
    BadFileException refusal =
        catchThrowableOfType(BadFileException.class, () -> PlantFile.parse("p.yaml", faulty));

    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.getMessage())
        .isEqualTo(
            "p.yaml:31:77: found key \"records\" with kind hmi; expected it with kind historian only");
  }

  private static byte[] plant(String keys) throws IOException {
    String historian =
        "  - {id: HIST-1, kind: historian, zone: control, title: Records"
            + (keys.isEmpty() ? "" : ", " + keys)
            + "}\n";
    return Beside.soundPlant().replace(BEFORE, historian + BEFORE).getBytes(StandardCharsets.UTF_8);
  }
}
