package org.bumpless.plc.st;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bumpless.plc.st.problem.StException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The standard function blocks, scan by scan (6.6.3.5, tables 43 to 46 and figure 15; annex F for
 * those that tools supply). A table has one sign for each scan, 10 ms apart.
 */
class BlockTest {
  @ParameterizedTest(name = "{0} of {1} {2} gives {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "R_TRIG: CLK -> Q | 0110100 |         | 0100100",
        "R_TRIG: CLK -> Q | 110     |         | 100",
        "F_TRIG: CLK -> Q | 1101001 |         | 0010100",
        "SR: S1, R -> Q1  | 0101100 | 0011010 | 0101100",
        "RS: S, R1 -> Q1  | 0101100 | 0011010 | 0100100",
        "SEMA: CLAIM, RELEASE -> BUSY | 0110010 | 0000100 | 0011001",
      })
  void bistableAndEdgeBlocks(String block, String first, String second, String expected)
      throws StException {
    String type = block.substring(0, block.indexOf(':'));
    String[] inputs = block.substring(block.indexOf(':') + 1, block.indexOf('-')).split(",", -1);
    String output = block.substring(block.indexOf('>') + 1).strip();
    String call =
        "b(%s := one%s, %s => q);"
            .formatted(
                inputs[0].strip(),
                inputs.length > 1 ? ", " + inputs[1].strip() + " := two" : "",
                output);
    Scanned program = Scanned.body("b : " + type + "; one, two, q : BOOL;", call);

    StringBuilder seen = new StringBuilder();
    for (int scan = 0; scan < first.length(); scan++) {
      program.set("one", first.charAt(scan) - '0');
      if (second != null) {
        program.set("two", second.charAt(scan) - '0');
      }
      seen.append(program.scan(10).get("q"));
    }

    assertThat(seen).hasToString(expected);
  }

  @ParameterizedTest(name = "{0} with PT {1}: {2} gives {3}, {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "TP  | 30 | 010000010 | 011100011",
        "TP  | 30 | 011111100 | 011100000",
        "TP  | 20 | 010110000 | 011000000",
        "TON | 30 | 011111100 | 000011100",
        "TON | 30 | 011011110 | 000000010",
        "TON | 0  | 0110      | 0110",
        "TOF | 30 | 010000000 | 011110000",
        "TOF | 30 | 010100000 | 011111100",
        "TOF | 20 | 000110000 | 000111100",
      })
  void timers(String type, int millis, String in, String expected) throws StException {
    Scanned program =
        Scanned.body(
            "t : %s; go, q : BOOL;".formatted(type),
            "t(IN := go, PT := T#%dms, Q => q);".formatted(millis));

    StringBuilder seen = new StringBuilder();
    for (int scan = 0; scan < in.length(); scan++) {
      seen.append(program.set("go", in.charAt(scan) - '0').scan(10).get("q"));
    }

    assertThat(seen).hasToString(expected);
  }

  @Test
  void elapsedTimeStandsAtItsEndAndGoesBack() throws StException {
    Scanned program =
        Scanned.body("t : TON; go : BOOL; e : TIME;", "t(IN := go, PT := T#25ms, ET => e);");
    List<Object> seen = new ArrayList<>();
    for (int go : new int[] {1, 1, 1, 1, 0}) {
      seen.add(program.set("go", go).scan(10).get("e"));
    }
    assertThat(seen).containsExactly(0L, 10_000_000L, 20_000_000L, 25_000_000L, 0L);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "CTU, INT",
    "CTU_DINT, DINT",
    "CTU_LINT, LINT",
    "CTU_UDINT, UDINT",
    "CTU_ULINT, ULINT"
  })
  void countsUpAtEachEdge(String type, String number) throws StException {
    Scanned program =
        Scanned.body(
            "c : %s; pulse, reset, q : BOOL; v : %s;".formatted(type, number),
            "c(CU := pulse, R := reset, PV := 2, Q => q, CV => v);");
    assertThat(table(program, "pulse 0101100", "reset 0000001", "v")).isEqualTo("0112220");
    assertThat(table(program, "pulse 0101010", "reset 0000001", "q")).isEqualTo("0001110");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "CTD, INT",
    "CTD_DINT, DINT",
    "CTD_LINT, LINT",
    "CTD_UDINT, UDINT",
    "CTD_ULINT, ULINT"
  })
  void countsDownFromWhatIsLoaded(String type, String number) throws StException {
    Scanned program =
        Scanned.body(
            "c : %s; pulse, load, q : BOOL; v : %s;".formatted(type, number),
            "c(CD := pulse, LD := load, PV := 2, Q => q, CV => v);");
    assertThat(table(program, "pulse 0010101", "load 0100000", "v")).isEqualTo("0211000");
    assertThat(table(program, "pulse 0010101", "load 0100000", "q")).isEqualTo("1000111");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"CTUD, INT", "CTUD_DINT, DINT", "CTUD_LINT, LINT", "CTUD_ULINT, ULINT"})
  void countsUpAndDown(String type, String number) throws StException {
    Scanned program =
        Scanned.body(
            "c : %s; up, down, full, empty : BOOL; v : %s;".formatted(type, number),
            "c(CU := up, CD := down, R := FALSE, LD := FALSE, PV := 2, QU => full, QD => empty,"
                + " CV => v);");
    assertThat(table(program, "up 0101000100", "down 0000101100", "v")).isEqualTo("0112110111");
    assertThat(program.get("empty")).isEqualTo(0);
    assertThat(program.get("full")).isEqualTo(0);
  }

  @Test
  void timersFollowTheScansTime() throws StException {
    Scanned program =
        Scanned.body(
            "in : BOOL; on : TON; off : TOF; pulse : TP; a, b, c : BOOL; t : TIME;",
            """
            on(IN := in, PT := T#100ms, Q => a, ET => t);
            off(IN := in, PT := T#100ms, Q => b);
            pulse(IN := in, PT := T#50ms, Q => c);
            """);

    program.scan().set("in", 1).scan(10);
    assertThat(program.get("a")).isEqualTo(0);
    assertThat(program.get("b")).isEqualTo(1);
    assertThat(program.get("c")).isEqualTo(1);
    program.scan(60);
    assertThat(program.get("t")).isEqualTo(60 * Scanned.MILLI);
    assertThat(program.get("c")).isEqualTo(0);
    program.scan(40);
    assertThat(program.get("a")).isEqualTo(1);
    program.set("in", 0).scan(10);
    assertThat(program.get("a")).isEqualTo(0);
    assertThat(program.get("b")).isEqualTo(1);
    program.scan(100);
    assertThat(program.get("b")).isEqualTo(0);
  }

  @Test
  void aClockRunsFromWhatItIsSetTo() throws StException {
    Scanned program =
        Scanned.body(
            "c : RTC; on : BOOL; now : DT;",
            "c(IN := on, PDT := DT#1970-01-02-00:00:00, CDT => now);");
    program.scan(10);
    assertThat(program.set("on", 1).scan(10).get("now")).isEqualTo(86_400_000_000_000L);
    assertThat(program.scan(250).get("now")).isEqualTo(86_400_250_000_000L);
  }

  @Test
  void anIntegralSumsWhatComesInBySeconds() throws StException {
    Scanned program =
        Scanned.body(
            "i : INTEGRAL; go, reset : BOOL; x : REAL;",
            "i(RUN := go, R1 := reset, XIN := 4.0, X0 := 10.0, CYCLE := T#500ms, XOUT => x);");
    assertThat(program.set("reset", 1).scan().get("x")).hasToString("10.0");
    assertThat(program.set("reset", 0).set("go", 1).scan().get("x")).hasToString("12.0");
    assertThat(program.scan().get("x")).hasToString("14.0");
    assertThat(program.set("go", 0).scan().get("x")).hasToString("14.0");
  }

  @Test
  void aDerivativeIsTheSlopeOverFourScans() throws StException {
    Scanned program =
        Scanned.body(
            "d : DERIVATIVE; go : BOOL; x, slope : REAL;",
            "d(RUN := go, XIN := x, CYCLE := T#1s, XOUT => slope); x := x + 5.0;");
    program.scan();
    program.set("go", 1);
    for (int i = 0; i < 4; i++) {
      program.scan();
    }
    assertThat(program.get("slope")).as("5 a second").hasToString("5.0");
  }

  @Test
  void aHysteresisHoldsInsideOfItsBand() throws StException {
    Scanned program =
        Scanned.body(
            "h : HYSTERESIS; x : REAL; q : BOOL;",
            "h(XIN1 := x, XIN2 := 10.0, EPS := 1.0, Q => q);");
    StringBuilder seen = new StringBuilder();
    for (float x : new float[] {9f, 11f, 11.5f, 9.5f, 9f, 8.5f, 10.5f}) {
      seen.append(program.set("x", x).scan().get("q"));
    }
    assertThat(seen).hasToString("0011100");
  }

  @Test
  void aRampGoesFromOneValueToTheOther() throws StException {
    Scanned program =
        Scanned.body(
            "r : RAMP; go, busy : BOOL; x : REAL;",
            "r(RUN := go, X0 := 10.0, X1 := 30.0, TR := T#2s, CYCLE := T#500ms, BUSY => busy,"
                + " XOUT => x);");
    assertThat(program.scan().get("x")).hasToString("10.0");
    program.set("go", 1);
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      seen.add(program.scan().get("x") + " " + program.get("busy"));
    }
    assertThat(seen).containsExactly("10.0 1", "15.0 1", "20.0 1", "25.0 1", "30.0 0");
  }

  @Test
  void aControllerWithoutErrorKeepsItsOutput() throws StException {
    Scanned program =
        Scanned.body(
            "p : PID; pv, x : REAL; go : BOOL;",
            "p(AUTO := go, PV := pv, SP := 50.0, X0 := 20.0, KP := 2.0, TR := 4.0, TD := 0.0,"
                + " CYCLE := T#1s, XOUT => x);");
    program.set("pv", 50.0f).scan();
    assertThat(program.get("x")).as("bumpless from X0: KP * X0").hasToString("40.0");
    program.set("go", 1).scan();
    assertThat(program.get("x")).hasToString("40.0");
    program.set("pv", 52.0f).scan();
    assertThat(program.get("x")).as("2 * (2 + 20 + 2 / 4)").hasToString("45.0");
  }

  /** What a variable is after each scan, as digits. */
  private static String table(Scanned program, String one, String other, String watched) {
    String[] first = one.split(" ", -1);
    String[] second = other.split(" ", -1);
    StringBuilder seen = new StringBuilder();
    for (int scan = 0; scan < first[1].length(); scan++) {
      program.set(first[0], first[1].charAt(scan) - '0');
      program.set(second[0], second[1].charAt(scan) - '0');
      seen.append(program.scan(10).get(watched.toLowerCase(Locale.ROOT)));
    }
    return seen.toString();
  }
}
