package org.bumpless.plc.st;

import static org.assertj.core.api.Assertions.assertThat;

import org.bumpless.plc.st.problem.StException;
import org.junit.jupiter.api.Test;

/** What is handed over in calls of functions and function blocks, and what comes back (6.6). */
class CallTest {
  @Test
  void functionsTakeInputsAndGiveResultsAndOutputs() throws StException {
    Scanned program =
        new Scanned(
                """
            FUNCTION Scaled : REAL
              VAR_INPUT raw : INT; gain : REAL := 2.0; END_VAR
              VAR_OUTPUT over : BOOL; END_VAR
              VAR times : INT; END_VAR
              times := times + 1;
              Scaled := INT_TO_REAL(raw) * gain + INT_TO_REAL(times);
              over := Scaled > 10.0;
            END_FUNCTION
            FUNCTION Swap : BOOL
              VAR_IN_OUT a, b : INT; END_VAR
              VAR h : INT; END_VAR
              h := a; a := b; b := h;
              Swap := TRUE;
            END_FUNCTION
            PROGRAM Main
            VAR x, y : REAL; high : BOOL; m : INT := 1; n : INT := 2; END_VAR
              x := Scaled(3);
              y := Scaled(raw := 2, gain := Scaled(1, 1.0), over => high);
              Swap(m, n);
            END_PROGRAM
            """)
            .scan()
            .scan();

    assertThat(program.get("x")).isEqualTo(7.0f);
    assertThat(program.get("y")).isEqualTo(5.0f);
    assertThat(program.get("high")).isEqualTo(0);
    assertThat(program.get("m")).isEqualTo(1);
  }

  @Test
  void aFunctionWithoutAResultChangesWhatItIsLent() throws StException {
    Scanned program =
        new Scanned(
            """
            FUNCTION Twice
            VAR_IN_OUT v : INT; END_VAR
              v := v * 2;
            END_FUNCTION
            PROGRAM Main
            VAR x : INT := 3; END_VAR
              Twice(x);
              Twice(v := x);
            END_PROGRAM
            """);

    assertThat(program.scan().get("x")).isEqualTo(12);
  }

  @Test
  void whatGoesIntoAnInputIsACopy() throws StException {
    Scanned program =
        new Scanned(
            """
            TYPE
              Row : ARRAY [1..3] OF INT;
              Point : STRUCT x, y : INT; END_STRUCT;
            END_TYPE
            FUNCTION Sum : INT
            VAR_INPUT row : Row; from : Point; END_VAR
            VAR i : INT; END_VAR
              FOR i := 1 TO 3 DO Sum := Sum + row[i]; row[i] := 0; END_FOR;
              Sum := Sum + from.x + from.y;
            END_FUNCTION
            FUNCTION Doubled : Row
            VAR_INPUT row : Row; END_VAR
            VAR i : INT; END_VAR
              FOR i := 1 TO 3 DO Doubled[i] := 2 * row[i]; END_FOR;
            END_FUNCTION
            FUNCTION First : INT
            VAR_INPUT a, b : Row; END_VAR
              First := 100 * a[1] + b[1];
            END_FUNCTION
            FUNCTION_BLOCK Keeps
            VAR_INPUT row : Row; END_VAR
            VAR_OUTPUT first : INT; END_VAR
              first := row[1];
            END_FUNCTION_BLOCK
            PROGRAM Main
            VAR
              row : Row := [1, 2, 3]; ten : Row := [10, 20, 30]; here : Point := (x := 5, y := 6);
              once, twice, pair, kept : INT; keeps : Keeps;
            END_VAR
              once := Sum(row, here);
              twice := Sum(row, here);
              pair := First(Doubled(row), Doubled(ten));
              keeps(row := row);
              row[1] := row[1] + 1;
              keeps();
              kept := keeps.first;
            END_PROGRAM
            """);

    program.scan();

    assertThat(program.get("once")).isEqualTo(17);
    assertThat(program.get("twice")).as("the array is as it was").isEqualTo(17);
    assertThat(program.get("pair")).as("two results side by side").isEqualTo(220);
    assertThat(program.get("kept")).as("of before the change").isEqualTo(1);
    assertThat(program.scan().get("once")).isEqualTo(18);
  }

  @Test
  void anInputIsACopyThatMayBeUsedUp() throws StException {
    Scanned program =
        new Scanned(
                """
            FUNCTION BitsSet : INT
            VAR_INPUT bits : DWORD; END_VAR
              WHILE bits <> 0 DO
                IF bits.0 THEN BitsSet := BitsSet + 1; END_IF;
                bits := SHR(bits, 1);
              END_WHILE;
            END_FUNCTION
            PROGRAM Main
            VAR pattern : DWORD := 16#F0F1; n : INT; END_VAR
              n := BitsSet(pattern);
            END_PROGRAM
            """)
            .scan();

    assertThat(program.get("n")).isEqualTo(9);
    assertThat(program.get("pattern")).hasToString("61681");
  }

  @Test
  void functionBlocksRememberAndEnWithholdsThem() throws StException {
    Scanned program =
        new Scanned(
            """
            FUNCTION_BLOCK Counter
              VAR_INPUT go : BOOL R_EDGE; step : INT := 1; END_VAR
              VAR_OUTPUT count : INT; END_VAR
              IF go THEN count := count + step; END_IF;
            END_FUNCTION_BLOCK
            PROGRAM Main
            VAR c, d : Counter; in : BOOL; n, e : INT; done : BOOL; END_VAR
              c(go := in, step := 2, count => n);
              d(EN := FALSE, go := in, ENO => done);
              e := d.count;
            END_PROGRAM
            """);

    program.set("in", 1).scan().scan();
    assertThat(program.get("n")).isEqualTo(2);
    program.set("in", 0).scan().set("in", 1).scan();
    assertThat(program.get("n")).isEqualTo(4);
    assertThat(program.get("e")).isEqualTo(0);
    assertThat(program.get("done")).isEqualTo(0);
  }
}
