package org.bumpless.plc.st;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bumpless.plc.st.problem.StException;
import org.bumpless.plc.st.run.ProgramFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FOR (7.3.3.4.2), whether its numbers stand in the text or in variables. */
class CountingTest {
  private static final String PLAIN = "n := n + 1;";

  @ParameterizedTest(name = "{0}: {1} TO {2} BY {3} DO {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INT  | 1 | 10 | 1 | n := n + 1; | 10 | 11
          INT  | 10 | 1 | -3 | n := n + 1; | 4 | -2
          INT  | 5 | 1 | 1 | n := n + 1; | 0 | 5
          INT  | 1 | 5 | -1 | n := n + 1; | 0 | 1
          INT  | 3 | 3 | -1 | n := n + 1; | 1 | 2
          SINT | 120 | 127 | 1 | n := n + 1; | 8 | -128
          SINT | -120 | -128 | -4 | n := n + 1; | 3 | 124
          USINT | 250 | 255 | 1 | n := n + 1; | 6 | 0
          DINT | 2147483640 | 2147483647 | 1 | n := n + 1; | 8 | -2147483648
          LINT | 3000000000 | 3000000002 | 1 | n := n + 1; | 3 | 3000000003
          INT  | 1 | 10 | 1 | n := n + i; | 55 | 11
          INT  | 1 | 10 | 1 | n := n + 1; i := i + 1; | 5 | 11
          INT  | 1 | 10 | 1 | Ahead(a := i, b => i); n := n + 1; | 5 | 11
          INT  | 1 | 10 | 1 | x := Ahead(a := i, b => i); n := n + 1; | 5 | 11
          INT  | 1 | 10 | 1 | a[Next(i)] := 1; n := n + 1; | 5 | 11
          INT  | 1 | 4 | 1 | FOR i := 1 TO 3 DO n := n + 1; END_FOR; | 3 | 5
          INT  | 1 | 4 | 1 | FOR j := 1 TO 3 DO n := n + j; END_FOR; | 24 | 5
          INT  | 1 | 10 | 1 | IF i MOD 2 = 0 THEN CONTINUE; END_IF; n := n + 1; | 5 | 11
          INT  | 1 | 10 | 1 | IF i = 4 THEN EXIT; END_IF; n := n + 1; | 3 | 4
          INT  | 1 | 10 | 1 | IF i = 4 THEN RETURN; END_IF; n := n + 1; | 3 | 4
          INT  | 1 | 10 | 1 | FOR j := 1 TO 3 DO IF j = 2 THEN EXIT; END_IF; n := n + 1; END_FOR; | 10 | 11
          """)
  void aLoopIsCountedAndItsCounterIsLeftWhereItIs(
      String type, String from, String to, String by, String body, long rounds, long counter)
      throws StException {
    Scanned known = scanned(type, "FOR i := %s TO %s BY %s DO".formatted(from, to, by), body, "");
    Scanned unknown =
        scanned(
            type,
            "FOR i := low TO high BY step DO",
            body,
            "low : %1$s := %2$s; high : %1$s := %3$s; step : %1$s := %4$s;"
                .formatted(type, from, to, signed(type) ? by : "1"));

    assertThat(((Number) known.get("n")).longValue()).isEqualTo(rounds);
    assertThat(((Number) known.get("i")).longValue()).isEqualTo(counter);
    assertThat(known.get("n")).isEqualTo(unknown.get("n"));
    assertThat(known.get("i")).isEqualTo(unknown.get("i"));
  }

  private static boolean signed(String type) {
    return !type.startsWith("U");
  }

  private static Scanned scanned(String type, String head, String body, String more)
      throws StException {
    return new Scanned(
            """
            FUNCTION Ahead : BOOL
              VAR_INPUT a : INT; END_VAR
              VAR_OUTPUT b : INT; END_VAR
              b := a + 1;
            END_FUNCTION
            FUNCTION Next : INT
              VAR_IN_OUT a : INT; END_VAR
              Next := a;
              a := a + 1;
            END_FUNCTION
            PROGRAM Main
              VAR i : %s; j, n : INT; x : BOOL; a : ARRAY [1..10] OF INT; %s END_VAR
              %s %s END_FOR;
            END_PROGRAM
            """
                .formatted(type, more, head, body))
        .scan();
  }

  @Test
  void aCounterMayLieAtAnAddressThatSomethingElseWrites() throws StException {
    Scanned program =
        Scanned.body(
                "i AT %MW0 : INT; w AT %MW0 : INT; n : INT;",
                "FOR i := 1 TO 10 DO w := w + 1; " + PLAIN + " END_FOR;")
            .scan();

    assertThat(program.get("n")).isEqualTo(5);
  }

  @Test
  void moreRoundsThanAScanHasTimeForAreAFault() throws StException {
    Scanned program =
        Scanned.body("i : DINT; n : DINT;", "FOR i := 1 TO 20_000_000 DO " + PLAIN + " END_FOR;");

    assertThatThrownBy(program::scan)
        .isInstanceOf(ProgramFault.class)
        .hasMessage("line 5: a loop that does not end");
  }

  @Test
  void roundsThatAreNotMadeAreNotCounted() throws StException {
    Scanned program =
        Scanned.body(
                "i, k : DINT; n : DINT;",
                """
                FOR k := 1 TO 1000 DO
                  FOR i := 1 TO 1_000_000 DO
                    IF i = 3 THEN EXIT; END_IF;
                    n := n + 1;
                  END_FOR;
                END_FOR;
                """)
            .scan();

    assertThat(program.get("n")).isEqualTo(2_000);
  }
}
