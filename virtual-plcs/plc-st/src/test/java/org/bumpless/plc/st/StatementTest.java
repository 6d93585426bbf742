package org.bumpless.plc.st;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bumpless.plc.st.problem.StException;
import org.bumpless.plc.st.run.ProgramFault;
import org.junit.jupiter.api.Test;

/** What statements do (7.3.3). */
class StatementTest {
  @Test
  void theFirstBranchThatIsTrueIsTaken() throws StException {
    Scanned program =
        Scanned.body(
            "a : INT; x : INT;",
            """
            IF a < 0 THEN x := -1;
            ELSIF a = 0 THEN x := 0;
            ELSE x := 1;
            END_IF;
            """);

    assertThat(program.set("a", -5).scan().get("x")).isEqualTo(-1);
    assertThat(program.set("a", 0).scan().get("x")).isEqualTo(0);
    assertThat(program.set("a", 7).scan().get("x")).isEqualTo(1);
  }

  @Test
  void aCaseHasValuesRangesAndTheRest() throws StException {
    Scanned program =
        Scanned.body(
            "a : INT; x : INT;",
            """
            CASE a OF
              1: x := 10;
              2, 5..7: x := 20;
              -3: x := 30;
            ELSE
              x := 99;
            END_CASE;
            """);

    assertThat(program.set("a", 1).scan().get("x")).isEqualTo(10);
    assertThat(program.set("a", 6).scan().get("x")).isEqualTo(20);
    assertThat(program.set("a", 2).scan().get("x")).isEqualTo(20);
    assertThat(program.set("a", -3).scan().get("x")).isEqualTo(30);
    assertThat(program.set("a", 4).scan().get("x")).isEqualTo(99);
  }

  @Test
  void loopsCountLeaveAndGoOn() throws StException {
    Scanned program =
        Scanned.body(
                "i : INT; up : INT; down : INT; odd : INT; w : INT; r : INT;",
                """
                up := 0; down := 0; odd := 0; w := 0; r := 0;
                FOR i := 1 TO 10 DO up := up + i; END_FOR;
                FOR i := 10 TO 1 BY -3 DO down := down + i; END_FOR;
                FOR i := 1 TO 100 DO
                  IF i > 9 THEN EXIT; END_IF;
                  IF i MOD 2 = 0 THEN CONTINUE; END_IF;
                  odd := odd + i;
                END_FOR;
                WHILE w < 5 DO w := w + 1; END_WHILE;
                REPEAT r := r + 1; UNTIL r >= 3 END_REPEAT;
                """)
            .scan();

    assertThat(program.get("up")).isEqualTo(55);
    assertThat(program.get("down")).isEqualTo(10 + 7 + 4 + 1);
    assertThat(program.get("odd")).isEqualTo(25);
    assertThat(program.get("w")).isEqualTo(5);
    assertThat(program.get("r")).isEqualTo(3);
  }

  @Test
  void aCounterAtTheEndOfItsTypeEnds() throws StException {
    Scanned program =
        Scanned.body("i : USINT; n : INT;", "n := 0; FOR i := 250 TO 255 DO n := n + 1; END_FOR;")
            .scan();

    assertThat(program.get("n")).isEqualTo(6);
  }

  @Test
  void aLoopThatDoesNotEndIsAFaultWithItsLine() throws StException {
    Scanned program = Scanned.body("x : INT;", "x := 1;\nWHILE TRUE DO x := x + 1; END_WHILE;");

    assertThatThrownBy(program::scan)
        .isInstanceOf(ProgramFault.class)
        .hasMessage("line 6: a loop that does not end");
  }

  @Test
  void aDivisionByZeroIsAFaultWithItsLine() throws StException {
    Scanned program = Scanned.body("x : INT; y : INT;", "x := 1;\nx := x / y;");

    assertThatThrownBy(program::scan)
        .isInstanceOfSatisfying(ProgramFault.class, fault -> assertThat(fault.line()).isEqualTo(6));
  }

  @Test
  void anIndexOutOfItsArrayIsAFault() throws StException {
    Scanned program = Scanned.body("a : ARRAY [1..3] OF INT; i : INT := 4;", "a[i] := 1;");

    assertThatThrownBy(program::scan)
        .isInstanceOf(ProgramFault.class)
        .hasMessageContaining("index 4, expected 1 to 3");
  }

  @Test
  void aBodyOfThousandsOfStatementsIsCarriedOutUntilItIsLeft() throws StException {
    String many = "x := x + 1;\n".repeat(8_000);
    Scanned whole = Scanned.body("x : DINT;", many).scan();
    Scanned left = Scanned.body("x : DINT;", many + "IF x > 5 THEN RETURN; END_IF;" + many).scan();

    assertThat(whole.get("x")).isEqualTo(8_000);
    assertThat(left.get("x")).isEqualTo(8_000);
  }

  @Test
  void aSelectorIsWorkedOutOnceHoweverManyBranchesThereAre() throws StException {
    StringBuilder cases = new StringBuilder();
    for (int i = 1; i <= 400; i++) {
      cases.append("%d: x := %d;\n".formatted(i, 2 * i));
    }
    Scanned program =
        new Scanned(
                """
                FUNCTION Next : INT
                  VAR_IN_OUT a : INT; END_VAR
                  a := a + 1;
                  Next := a;
                END_FUNCTION
                PROGRAM Main
                  VAR k : INT := 299; x : DINT; y : DINT; a : ARRAY [300..310] OF INT := [11(300)]; END_VAR
                  CASE a[Next(k)] OF
                  %1$s END_CASE;
                  y := x;
                  CASE k + 1 OF
                  %1$s END_CASE;
                END_PROGRAM
                """
                    .formatted(cases))
            .scan();

    assertThat(program.get("k")).isEqualTo(300);
    assertThat(program.get("y")).isEqualTo(600);
    assertThat(program.get("x")).isEqualTo(602);
  }

  @Test
  void commentsOfEachKindStandInOneAnother() throws StException {
    Scanned program =
        Scanned.body(
                "u, v, w, x, y, z : INT;",
                """
                u := 1; (* // a line in a block *) v := 2;
                (* outer (* inner *) outer *) w := 3; // the rest (* of the line
                x := 4; /* a block // on one line */ y := 5;
                (* one that (* ends where it ends *) z := 6;
                """)
            .scan();

    for (int i = 1; i <= 6; i++) {
      assertThat(program.get("uvwxyz".substring(i - 1, i))).isEqualTo(i);
    }
  }

  @Test
  void aStatementMayBeLongerThanAMethodOfTheJvm() throws StException {
    String many = "x := x + 1;\n".repeat(3_000);
    Scanned branch =
        Scanned.body("x, i : DINT;", "IF x >= 0 THEN " + many + " ELSE " + many + " END_IF;");
    Scanned loop =
        Scanned.body(
            "x, i : DINT;",
            "FOR i := 1 TO 10 DO\n"
                + many
                + "IF i = 2 THEN CONTINUE; END_IF;\n"
                + many
                + "IF i = 4 THEN EXIT; END_IF;\n"
                + many
                + "END_FOR;");
    Scanned left =
        Scanned.body(
            "x, i : DINT;",
            "WHILE TRUE DO "
                + many
                + "IF x > 5 THEN RETURN; END_IF; "
                + many
                + "END_WHILE; x := 0;");

    assertThat(branch.scan().get("x")).isEqualTo(3_000);
    assertThat(loop.scan().get("x")).isEqualTo((3 + 1 + 3 + 2) * 3_000);
    assertThat(loop.get("i")).isEqualTo(4);
    assertThat(left.scan().get("x")).isEqualTo(3_000);
  }

  @Test
  void aCaseMayHaveThousandsOfBranches() throws StException {
    StringBuilder cases = new StringBuilder("n := n + 1; CASE k OF\n");
    StringBuilder tests = new StringBuilder("IF k = 0 THEN y := 0;\n");
    for (int i = 1; i <= 4_000; i++) {
      cases.append("%d: x := %d; k := k + 1000;\n".formatted(i, 2 * i));
      tests.append("ELSIF k = %d THEN y := %d;\n".formatted(i, 3 * i));
    }
    Scanned program =
        Scanned.body(
            "k, n, x, y : DINT;",
            tests + "ELSE y := -1; END_IF;\n" + cases + "ELSE x := -1; END_CASE;");

    assertThat(program.set("k", 2_500).scan().get("x")).isEqualTo(5_000);
    assertThat(program.get("y")).isEqualTo(7_500);
    assertThat(program.get("k")).isEqualTo(3_500);
    assertThat(program.set("k", 5_000).scan().get("x")).isEqualTo(-1);
    assertThat(program.get("y")).isEqualTo(-1);
  }

  @Test
  void bitsOfABitString() throws StException {
    Scanned program =
        Scanned.body(
                "w : WORD := 16#0001; b : BOOL; h : BYTE;",
                "w.15 := TRUE; w.0 := FALSE; b := w.%X15; h := w.%B1; w.%B0 := 16#5A;")
            .scan();

    assertThat(program.get("w")).isEqualTo(0x805A);
    assertThat(program.get("b")).isEqualTo(1);
    assertThat(program.get("h")).isEqualTo(0x80);
  }
}
