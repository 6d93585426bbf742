package org.bumpless.plant.engine.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.bumpless.plant.engine.ProcessModel;
import org.bumpless.plant.engine.ProcessModels;
import org.bumpless.plant.engine.cost.Allocation;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiMeterTest {
  private final ProcessModel reactor = process("two-phase-reactor", "R-1");
  private final KpiMeter meter = new KpiMeter(reactor, List.of("R-1.pressure"));
  private final double[] truth = new double[reactor.signals().size()];

  KpiMeterTest() {
    put("pressure", 2_700);
    put("level", 50);
    meter.begin(this::row);
  }

  private double row(int signal) {
    return truth[signal];
  }

  private static ProcessModel process(String model, String device) {
    ProcessSpec.Unit unit = new ProcessSpec.Unit(new AssetId(device), Map.of());
    return ProcessModels.installed().create(new ProcessSpec(model, List.of(unit)), 1);
  }

  private void put(String signal, double value) {
    truth[reactor.index("R-1." + signal)] = value;
  }

  private void pressure(double kpa, double seconds) {
    put("pressure", kpa);
    meter.sample(seconds, this::row);
  }

  private Kpis.Band band(int limit) {
    return meter.kpis().bands().get(limit);
  }

  @Test
  void aQuietProcessHasSufferedNothing() {
    pressure(2_700, 5);
    Kpis kpis = meter.kpis();
    assertThat(kpis.seconds()).isEqualTo(5);
    assertThat(kpis.bands()).hasSameSizeAs(reactor.limits()).isNotEmpty();
    assertThat(kpis.outsideNormalS()).isZero();
    assertThat(kpis.trips()).isZero();
    assertThat(kpis.losses()).extracting(Kpis.Loss::amount).containsExactly(0.0);
    assertThat(kpis.nearestToTrip().orElseThrow().limit().signal()).isEqualTo("R-1.pressure");
    assertThat(kpis.words())
        .containsExactly(
            "R-1.pressure came within 300.0 kPa of its trip",
            "R-1.pressure: integral absolute error 1.350e+04 kPa s");
  }

  @Test
  void timeOutsideMarginsAndTripsAreCountedForEachBand() {
    pressure(2_900, 1);
    pressure(2_950, 2);
    pressure(2_850, 1);
    pressure(3_010, 0.5);
    pressure(3_020, 0.5);
    pressure(2_999, 1);
    pressure(3_005, 1);
    assertThat(band(0).outsideS()).isEqualTo(5);
    assertThat(band(0).left()).isEqualTo(2);
    assertThat(band(1).outsideS()).isEqualTo(2);
    assertThat(band(1).leastMargin()).isEqualTo(-20);
    assertThat(band(1).left()).isEqualTo(2);
    assertThat(band(3).leastMargin()).isEqualTo(48);
    assertThat(meter.kpis().trips()).isEqualTo(2);
    assertThat(meter.kpis().outsideNormalS()).isEqualTo(5);
    assertThat(meter.kpis().words())
        .contains(
            "R-1.pressure outside its normal band for 5.000 s",
            "R-1.pressure tripped 2 times",
            "R-1.pressure came within -20.00 kPa of its trip");
  }

  @Test
  void whatIsOutsideFromTheBeginningIsNotLeftAgain() {
    put("pressure", 3_100);
    meter.begin(this::row);
    pressure(3_100, 1);
    assertThat(meter.kpis().trips()).isZero();
    assertThat(band(1).outsideS()).isEqualTo(1);
    pressure(2_700, 1);
    pressure(3_100, 1);
    assertThat(meter.kpis().trips()).isEqualTo(1);
  }

  @Test
  void aTruthThatIsNoNumberIsOutside() {
    pressure(Double.NaN, 1);
    pressure(2_700, 1);
    assertThat(band(1).left()).isEqualTo(1);
    assertThat(band(1).leastMargin()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void lostProductIsWhatIsAddedAlsoWhenTheProcessIsPutBack() {
    put("productLost", 4);
    meter.begin(this::row);
    put("productLost", 7);
    meter.sample(1, this::row);
    put("productLost", 0);
    meter.sample(1, this::row);
    put("productLost", 2);
    meter.sample(1, this::row);
    assertThat(meter.kpis().losses()).containsExactly(new Kpis.Loss("R-1.productLost", "kmol", 5));
    assertThat(meter.kpis().words()).contains("R-1.productLost: 5.000 kmol lost");
  }

  @Test
  void theErrorOfALoopIsAddedUpOverTheTime() {
    meter.setPoint(0, 2_700);
    pressure(2_710, 2);
    pressure(2_680, 0.5);
    meter.setPoint(0, 2_680);
    pressure(2_680, 10);
    assertThat(meter.kpis().errors())
        .containsExactly(new Kpis.LoopError("R-1.pressure", "kPa", 30));
  }

  @Test
  void aMeterGoesBackToItsSnapshot() {
    meter.setPoint(0, 2_000);
    pressure(2_950, 1);
    KpiMeter.Snapshot snapshot = meter.snapshot();
    pressure(3_050, 1);
    Kpis later = meter.kpis();
    meter.setPoint(0, 0);
    put("productLost", 9);
    pressure(3_500, 100);
    put("productLost", 0);
    meter.restore(snapshot);
    pressure(3_050, 1);
    assertThat(meter.kpis()).isEqualTo(later);
    KpiMeter other = new KpiMeter(process("tank-farm", "T-1"), List.of());
    assertThatThrownBy(() -> other.restore(snapshot)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTankThatSpillsLosesWhatItSpills() {
    ProcessModel tank = process("tank-farm", "T-1");
    KpiMeter tankMeter = new KpiMeter(tank, List.of());
    tankMeter.begin(tank::truth);
    tank.command(tank.index("T-1.valve"), 100);
    for (int i = 0; i < 1_200; i++) {
      tank.step(0.01);
      tankMeter.sample(0.01, tank::truth);
    }
    double spilled = tank.truth(tank.index("T-1.spilled"));
    assertThat(spilled).isGreaterThan(50);
    assertThat(tankMeter.kpis().losses().getFirst().amount()).isCloseTo(spilled, within(1e-9));
    assertThat(tankMeter.kpis().nearestToTrip()).isEmpty();
    assertThat(tankMeter.kpis().outsideNormalS()).isZero();
    tank.command(tank.index("T-1.valve"), 0);
    for (int i = 0; i < 6_000; i++) {
      tank.step(0.01);
      tankMeter.sample(0.01, tank::truth);
    }
    assertThat(tankMeter.kpis().outsideNormalS()).isBetween(1.0, 59.0);
  }

  @ParameterizedTest
  @CsvSource({
    "tank-farm, T-1, T-1.spilled",
    "two-phase-reactor, R-1, R-1.productLost",
    "boiler-drum, B-1, B-1.carriedOver",
    "tennessee-eastman, TE-1, TE-1.productLost"
  })
  void eachModelThatLosesProductSaysWhere(String model, String device, String loss) {
    try (ProcessModel process = process(model, device)) {
      assertThat(process.losses()).containsExactly(loss);
      assertThat(new KpiMeter(process, List.of()).kpis().losses()).hasSize(1);
    }
  }

  @Test
  void aSampleAllocatesNothing() {
    IntToDoubleFunction truthNow = reactor::truth;
    assertThat(
            Allocation.bytesEachTime(
                () -> {
                  for (int i = 0; i < 20_000; i++) {
                    meter.sample(0.01, truthNow);
                  }
                }))
        .isZero();
  }

  @Test
  void mistakesOfACallerAreNamed() {
    assertThatThrownBy(() -> new KpiMeter(reactor, List.of("R-1.colour")))
        .hasMessageContaining("R-1.colour");
    assertThatThrownBy(() -> meter.sample(0, this::row))
        .hasMessageContaining("expected more than 0");
  }
}
