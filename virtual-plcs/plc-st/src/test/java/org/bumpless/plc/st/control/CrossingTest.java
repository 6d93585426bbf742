package org.bumpless.plc.st.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bumpless.plant.engine.cost.Allocation;
import org.bumpless.plc.st.StCompiler;
import org.bumpless.plc.st.code.BridgeWriter;
import org.bumpless.plc.st.problem.StException;
import org.bumpless.plc.st.run.Cell;
import org.bumpless.plc.st.run.SeparatePlaces;
import org.bumpless.plc.st.run.StInstance;
import org.bumpless.plc.st.run.StProgram;
import org.bumpless.plc.st.type.Elementary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrossingTest {
  private static final double[] NUMBERS =
      DoubleStream.of(
              0,
              0.1,
              0.5,
              0.999,
              1,
              1.5,
              2,
              127,
              128,
              255,
              256,
              32_767,
              32_768,
              65_535,
              65_536,
              1e9,
              0x1p31 - 1,
              0x1p31,
              0x1p32 - 1,
              0x1p32,
              0x1p53 + 2,
              0x1p63,
              0x1p64,
              3e38,
              4e38,
              1e300,
              Float.MIN_VALUE,
              Double.MIN_VALUE,
              Double.POSITIVE_INFINITY)
          .flatMap(number -> DoubleStream.of(number, -number))
          .flatMap(number -> DoubleStream.of(number, Double.NaN))
          .toArray();

  private final Crossings crossings = new Crossings();

  static Stream<String> types() {
    return Stream.concat(
        Arrays.stream(Elementary.values()).map(Enum::name), Stream.of("Colour", "Percent"));
  }

  private static StProgram compiled(String variables) throws StException {
    return new StCompiler()
        .compile(
            "crossing.st",
            """
            TYPE Colour : (RED, GREEN, BLUE); Percent : SINT (0..100); END_TYPE
            VAR_GLOBAL %s END_VAR
            PROGRAM p VAR own : REAL; END_VAR own := own; END_PROGRAM
            """
                .formatted(variables));
  }

  private static StInstance start(StProgram program) {
    return program.start(new SeparatePlaces());
  }

  private static List<Cell> cells(StInstance started, String... names) {
    return Arrays.stream(names).map(name -> started.cell(name).orElseThrow()).toList();
  }

  @ParameterizedTest
  @MethodSource("types")
  void makesOfANumberWhatACellMakesOfIt(String type) throws StException {
    StProgram program = compiled("v : " + type + ";");
    StInstance one = start(program);
    StInstance other = start(program);
    Crossing crossing = crossings.of(cells(one, "V"), cells(one, "V"));
    Cell cell = other.cell("V").orElseThrow();

    for (double number : NUMBERS) {
      double[] read = new double[1];
      crossing.load(new double[] {number});
      crossing.store(read);
      cell.set(number);

      assertThat(one.variables()).as("%s of %s", type, number).isEqualTo(other.variables());
      assertThat((Double) read[0]).as("%s of %s", type, number).isEqualTo((Double) cell.get());
    }
  }

  @Test
  void whatIsFarFromANumberIsLimited() throws StException {
    StInstance started = start(compiled("i : DINT; l : LINT; r : REAL; b : BOOL;"));
    List<Cell> cells = cells(started, "I", "L", "R", "B");
    Crossing crossing = crossings.of(cells, cells);
    double[] read = new double[4];

    crossing.load(new double[] {1e300, Double.NaN, 1e300, 0.5});
    crossing.store(read);

    assertThat(read).containsExactly(Integer.MAX_VALUE, 0, Double.POSITIVE_INFINITY, 0);
  }

  @Test
  void variablesInMemoryOfProgramsAndOfAllAreLinkedInAnyOrder() throws StException {
    StInstance started = start(compiled("a : INT; b AT %QW3 : INT; c AT %MD1 : REAL; d : LREAL;"));
    Crossing crossing =
        crossings.of(
            cells(started, "D", "B", "OWN", "A", "C"), cells(started, "A", "B", "C", "D", "OWN"));
    double[] read = new double[5];

    crossing.load(new double[] {0.1, -2, 3.5, 4, 5.25});
    crossing.store(read);

    assertThat(read).containsExactly(4, -2, 5.25, 0.1, 3.5);
  }

  @Test
  void ofTwoNumbersForAVariableTheLaterOneCounts() throws StException {
    StInstance started = start(compiled("a : INT; b AT %QW3 : INT;"));
    Crossing crossing = crossings.of(cells(started, "A", "B", "A", "B"), cells(started, "A", "B"));
    double[] read = new double[2];

    crossing.load(new double[] {1, 2, 3, 4});
    crossing.store(read);

    assertThat(read).containsExactly(3, 4);
  }

  @Test
  void startsOfAProgramHaveVariablesOfTheirOwn() throws StException {
    StProgram program = compiled("a : INT;");
    StInstance one = start(program);
    StInstance other = start(program);
    crossings.of(cells(one, "A"), List.of()).load(new double[] {7});
    crossings.of(cells(other, "A"), List.of()).load(new double[] {8});

    assertThat(one.variables()).containsEntry("A", 7);
    assertThat(other.variables()).containsEntry("A", 8);
  }

  @Test
  void nothingIsLinked() throws StException {
    double[] none = {};
    Crossing crossing = crossings.of(List.of(), List.of());

    crossing.load(none);
    crossing.store(none);

    assertThat(start(compiled("a : INT;")).variables()).containsEntry("A", 0);
  }

  /** In pieces that the JVM takes and its compiler compiles, and the last one not full. */
  @Test
  void fiveThousandVariablesAreLinked() throws StException {
    int count = 10 * BridgeWriter.LINKS_MAX + 1;
    String[] names = IntStream.range(0, count).mapToObj(i -> "V" + i).toArray(String[]::new);
    StInstance started = start(compiled(String.join(" : LREAL; ", names) + " : LREAL;"));
    Crossing crossing = crossings.of(cells(started, names), cells(started, names));
    double[] numbers = IntStream.range(0, count).mapToDouble(i -> i + 0.5).toArray();
    double[] read = new double[count];

    crossing.load(numbers);
    crossing.store(read);

    assertThat(read).containsExactly(numbers);
    assertThat(started.variables()).containsEntry("V499", 499.5).containsEntry("V5000", 5000.5);
    assertThat(
            Allocation.bytesEachTime(
                () -> {
                  crossing.load(numbers);
                  crossing.store(read);
                }))
        .isZero();
  }
}
