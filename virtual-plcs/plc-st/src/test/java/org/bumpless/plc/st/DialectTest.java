package org.bumpless.plc.st;

import static org.assertj.core.api.Assertions.assertThat;

import org.bumpless.plc.st.problem.StException;
import org.junit.jupiter.api.Test;

/** What the standard does not say, but other compilers let pass and programs rely on. */
class DialectTest {
  @Test
  void textsForOtherCompilersAreRead() throws StException {
    Scanned program =
        new Scanned(
                """
                {{ not ours { at } all; }}
                TYPE Point : STRUCT x, y : INT; w : ARRAY [0..1] OF INT := 4, 5; END_STRUCT END_TYPE
                PROGRAM Main
                  VAR
                    p : Point; a : ARRAY [1..5] OF INT := 1, 2, 2(7), 5; b : ARRAY [1..2] OF INT := 2(9);
                    noon : TOD := TOD#12:30; least : LINT := -9223372036854775808; since : TIME;
                  END_VAR
                  VAR RETAIN PERSISTENT PRIVATE private : INT; END_VAR
                  IF a[1] = 1 THEN
                  {{
                    Log(GetFbVar(LEVEL), (char*)GetFbVar(MSG, .body));
                  }}
                  END_IF;
                  since := TIME();
                  REPEAT private := private + 1; UNTIL private > 3; END_REPEAT
                END_PROGRAM
                """)
            .scan(20);

    assertThat(program.get("a[1]")).isEqualTo(1);
    assertThat(program.get("a[4]")).isEqualTo(7);
    assertThat(program.get("a[5]")).isEqualTo(5);
    assertThat(program.get("b[2]")).isEqualTo(9);
    assertThat(program.get("p.w[1]")).isEqualTo(5);
    assertThat(program.get("noon")).isEqualTo(45_000 * 1_000 * Scanned.MILLI);
    assertThat(program.get("least")).isEqualTo(Long.MIN_VALUE);
    assertThat(program.get("since")).isEqualTo(20 * Scanned.MILLI);
    assertThat(program.instance().retained()).containsEntry("MAIN.PRIVATE", 4);
  }

  @Test
  void boundsMayBeConstantsThatAreDeclaredElsewhere() throws StException {
    Scanned program =
        new Scanned(
                """
            TYPE
              Row : ARRAY [0..LAST] OF INT;
              Tank : STRUCT levels : ARRAY [1..LAST] OF REAL; END_STRUCT;
            END_TYPE
            PROGRAM Main
              VAR a : ARRAY [0..n] OF INT := [2(1), 9]; r : Row; t : Tank; x : INT; END_VAR
              VAR CONSTANT n : INT := 2; END_VAR
              x := a[n];
              r[LAST] := 3;
              t.levels[LAST] := 1.5;
            END_PROGRAM
            VAR_GLOBAL CONSTANT LAST : INT := 4; END_VAR
            """)
            .scan();

    assertThat(program.get("x")).isEqualTo(9);
    assertThat(program.get("r[4]")).isEqualTo(3);
    assertThat(program.get("t.levels[4]")).isEqualTo(1.5f);
  }
}
