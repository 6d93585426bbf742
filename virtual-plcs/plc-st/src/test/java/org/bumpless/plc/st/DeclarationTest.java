package org.bumpless.plc.st;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bumpless.plc.st.problem.StException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is declared, and what it is at first (6.4, 6.5, 6.8). */
class DeclarationTest {
  @ParameterizedTest(name = "{0} begins with {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "BOOL | 0",
        "INT | 0",
        "REAL | 0.0",
        "TIME | 0",
        "INT (3..7) | 3",
        "(red, green) | 0",
        "(red := 4, green) | 4",
        "INT := 5 | 5",
        "REAL := 5 | 5.0",
        "LREAL := 1.0E10 | 1.0E10",
        "BYTE := 16#FF | 255",
        "TIME := T#1ms | 1000000",
        "LTIME := LTIME#5us | 5000",
        "LDATE := LDATE#1970-01-02 | 86400000000000",
        "LTOD := LTOD#00:00:01 | 1000000000",
        "LDT := LDT#1970-01-01-00:00:01 | 1000000000",
        "DATE_AND_TIME := DATE_AND_TIME#1970-01-01-00:00:01 | 1000000000",
        "TIME_OF_DAY := TIME_OF_DAY#00:00:01 | 1000000000",
        "CHAR := 'A' | 65",
        "WCHAR := \"B\" | 66",
        "STRING[3] := 'ab' | ab",
        "WSTRING[3] := \"cd\" | cd",
        "(red, green) := green | 1",
      })
  void aVariableBeginsWith(String declaration, String value) throws StException {
    assertThat(Scanned.body("x : " + declaration + ";", ";").get("x")).hasToString(value);
  }

  @Test
  void typesAreOfTypesAndBringTheirValues() throws StException {
    Scanned program =
        new Scanned(
                """
            TYPE
              Percent : REAL := 12.5;
              Level : Percent;
              Low : Percent := 5.0;
              Grade : INT (1..5) := 2;
              Words : STRUCT OVERLAP
                all : WORD;
                low : BYTE;
              END_STRUCT;
            END_TYPE
            PROGRAM Main
            VAR a : Level; b : Low; c : Grade; END_VAR
            VAR CONSTANT twice : INT := 2 * 21; END_VAR
            VAR NON_RETAIN d : INT := twice; END_VAR
            VAR table : ARRAY [-1..1, 0..1] OF INT := [1, 2, 2(3), 4, 5]; e : INT; END_VAR
              e := table[-1, 0] + 10 * table[0, 1] + 100 * table[1, 1];
            END_PROGRAM
            """)
            .scan();

    assertThat(program.get("a")).hasToString("12.5");
    assertThat(program.get("b")).hasToString("5.0");
    assertThat(program.get("c")).isEqualTo(2);
    assertThat(program.get("d")).isEqualTo(42);
    assertThat(program.get("e")).isEqualTo(531);
  }

  @Test
  void aConstantStaysAndASubrangeIsKept() {
    assertThatThrownBy(
            () ->
                new Scanned("PROGRAM Main VAR CONSTANT c : INT := 1; END_VAR c := 2; END_PROGRAM"))
        .hasMessageContaining("c is constant");
    assertThatThrownBy(() -> Scanned.body("x : INT (1..5);", "x := 6;"))
        .hasMessageContaining("expected 1 to 5");
  }

  @Test
  void anInputWithAnEdgeIsTrueForOneCall() throws StException {
    Scanned program =
        new Scanned(
            """
            FUNCTION_BLOCK Edges
            VAR_INPUT rises : BOOL R_EDGE; falls : BOOL F_EDGE; END_VAR
            VAR_OUTPUT up, down : INT; END_VAR
              IF rises THEN up := up + 1; END_IF;
              IF falls THEN down := down + 1; END_IF;
            END_FUNCTION_BLOCK
            PROGRAM Main
            VAR e : Edges; go : BOOL; up, down : INT; END_VAR
              e(rises := go, falls := go, up => up, down => down);
            END_PROGRAM
            """);

    for (int go : new int[] {0, 1, 1, 0, 0, 1, 0}) {
      program.set("go", go).scan();
    }

    assertThat(program.get("up")).isEqualTo(2);
    assertThat(program.get("down")).as("like F_TRIG, in the first call too").isEqualTo(3);
  }

  @Test
  void tasksRunAtTheirIntervalsTheUrgentFirst() throws StException {
    Scanned program =
        new Scanned(
            """
            VAR_GLOBAL order : INT; seenByLate : INT; END_VAR
            PROGRAM Early VAR_EXTERNAL order : INT; END_VAR order := order + 1; END_PROGRAM
            PROGRAM Late
            VAR_EXTERNAL order, seenByLate : INT; END_VAR
            VAR runs : INT; END_VAR
              seenByLate := order; runs := runs + 1;
            END_PROGRAM
            CONFIGURATION Plant
              RESOURCE Cpu ON PLC
                TASK slow(INTERVAL := T#30ms, PRIORITY := 5);
                TASK fast(INTERVAL := T#10ms, PRIORITY := 1);
                PROGRAM second WITH slow : Late;
                PROGRAM first WITH fast : Early;
              END_RESOURCE
            END_CONFIGURATION
            """);

    program.scan();
    assertThat(program.instance().variables().get("SEENBYLATE"))
        .as("the urgent one ran before")
        .isEqualTo(1);
    for (int scan = 1; scan <= 6; scan++) {
      program.scan(10);
    }
    assertThat(program.instance().variables().get("ORDER")).isEqualTo(7);
    assertThat(program.instance().variables().get("SECOND.RUNS")).isEqualTo(3);
  }

  @Test
  void locatedVariablesAreWhereTheirAddressesAre() throws StException {
    Scanned program =
        Scanned.body(
            "i AT %IX0.3 : BOOL; q AT %QW2 : INT; m AT %MD4 : REAL := 2.5;",
            "q := SEL(i, 1, 2); m := m + 1.0; %QX1.0 := NOT i;");
    program.scan();
    assertThat(program.memory().read('Q', 'W', 2, 0)).isEqualTo(1);
    assertThat(Float.intBitsToFloat((int) program.memory().read('M', 'D', 4, 0))).isEqualTo(3.5f);
    assertThat(program.memory().read('Q', 'X', 1, 0)).isEqualTo(1);
  }
}
