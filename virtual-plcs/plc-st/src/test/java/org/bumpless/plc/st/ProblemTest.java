package org.bumpless.plc.st;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.bumpless.plc.st.problem.Problem;
import org.bumpless.plc.st.problem.StException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is told with its place, all of it at once. */
class ProblemTest {
  @Test
  void allProblemsAreToldInOrder() {
    List<Problem> problems =
        problems(
            """
            PROGRAM Main
            VAR a : INT; b : BOOL; c : Nothing; END_VAR
              a := b;
              IF a THEN d := 1; END_IF;
              a := 40000;
              EXIT;
            END_PROGRAM
            """);

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "2:28: \"Nothing\": there is no type Nothing; declare it: TYPE Nothing : ... ;",
            "3:8: \"b\": this is BOOL and not INT; convert it: BOOL_TO_INT",
            "4:6: \"a\": this is INT and not BOOL; convert it: INT_TO_BOOL",
            "4:13: \"d\": there is no variable d; declare it in a VAR section",
            "5:8: \"40000\": 40000 is no INT; expected -32768 to 32767",
            "6:3: \"EXIT\": there is no loop around it; it belongs into FOR, WHILE or REPEAT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a := 1 b := 2; | 2:8",
        "a := ; | 2:6",
        "IF a = 1 THEN b := 2; | 3:1",
      })
  void whatIsNotOfTheGrammarHasItsPlace(String body, String place) {
    List<Problem> problems =
        problems("PROGRAM Main VAR a, b : INT; END_VAR\n" + body + "\nEND_PROGRAM");

    assertThat(problems).isNotEmpty();
    assertThat(problems.getFirst().hint()).startsWith("expected");
    assertThat(problems.getFirst().line() + ":" + problems.getFirst().column()).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PROGRAM P INITIAL_STEP S1: END_STEP END_PROGRAM | 1:11 | INITIAL_STEP | CASE",
        "CLASS C END_CLASS | 1:1 | CLASS | FUNCTION_BLOCK",
        "FUNCTION_BLOCK A EXTENDS B END_FUNCTION_BLOCK | 1:18 | EXTENDS | FUNCTION_BLOCK",
        "PROGRAM P VAR p : POINTER TO INT; END_VAR END_PROGRAM | 1:19 | POINTER | VAR_IN_OUT",
        "PROGRAM P VAR p : REF_TO INT; END_VAR END_PROGRAM | 1:19 | REF_TO | VAR_IN_OUT",
      })
  void whatIsOfAnotherLanguageIsToldAsSuch(String text, String place, String word, String instead) {
    Problem first = problems(text).getFirst();

    assertThat(first.line() + ":" + first.column()).isEqualTo(place);
    assertThat(first.text()).isEqualTo(word);
    assertThat(first.message()).isEqualTo("this is no Structured Text");
    assertThat(first.hint()).contains(instead);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t := u; | 4:6",
        "s := r; | 4:6",
        "a := b; | 4:6",
        "c(s := s); | 4:8",
        "c(o => s); | 4:3",
      })
  void instancesAreNotAssigned(String statement, String place) {
    assertThat(
            problems(
                """
                TYPE S : STRUCT t : TON; END_STRUCT; END_TYPE
                FUNCTION_BLOCK C VAR_INPUT s : S; END_VAR VAR_OUTPUT o : S; END_VAR END_FUNCTION_BLOCK
                PROGRAM P VAR t, u : TON; s, r : S; a, b : ARRAY [0..1] OF TON; c : C; END_VAR
                """
                    + statement
                    + "\nEND_PROGRAM"))
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .startsWith(place)
        .contains("an instance of TON is not assigned", "VAR_IN_OUT");
  }

  @Test
  void whatAConfigurationWouldSayOfVariablesElsewhereIsNotPassedOverInSilence() {
    assertThat(
            problems(
                """
                PROGRAM P
                VAR q AT %QX* : BOOL; END_VAR
                  q := NOT q;
                END_PROGRAM
                CONFIGURATION C
                  RESOURCE R ON PLC
                    PROGRAM one : P;
                  END_RESOURCE
                  VAR_CONFIG
                    R.one.q AT %QX1.0 : BOOL;
                  END_VAR
                END_CONFIGURATION
                """))
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .startsWith("10:5:")
        .contains("VAR_CONFIG is not carried out", "where the variable is declared");
  }

  @Test
  void aStatementThatIsNoneHidesNoneBehindIt() {
    assertThat(
            problems(
                """
                PROGRAM bad
                VAR a : INT; b : BOOL; END_VAR
                  a = 5;
                  b := ;
                  a := 1;
                  b := 3 3;
                  a := 2 +;
                  a 1;
                END_PROGRAM
                """))
        .extracting(its -> its.line() + ":" + its.column() + " " + its.text())
        .containsExactly("3:5 =", "4:8 ;", "6:10 3", "7:11 ;", "8:5 1");
  }

  @Test
  void recursionIsRefused() {
    assertThat(
            problems(
                """
                FUNCTION F : INT VAR_INPUT n : INT; END_VAR F := G(n); END_FUNCTION
                FUNCTION G : INT VAR_INPUT n : INT; END_VAR G := F(n); END_FUNCTION
                PROGRAM Main VAR x : INT; END_VAR x := F(1); END_PROGRAM
                """))
        .extracting(Problem::message)
        .containsExactly(
            "F is made of itself or calls itself", "G is made of itself or calls itself");
  }

  @Test
  void anArrayThatNoControllerHasRoomForIsRefused() {
    assertThat(problems("PROGRAM Main VAR a : ARRAY [0..99999999] OF LINT; END_VAR END_PROGRAM"))
        .extracting(Problem::hint)
        .containsExactly("expected 1,000,000 at most");
  }

  @Test
  void blocksThatTogetherTakeAHostsMemoryAreRefused() {
    String text =
        """
        FUNCTION_BLOCK Big VAR a : ARRAY [1..1000] OF LREAL; END_VAR END_FUNCTION_BLOCK
        PROGRAM Main VAR b : ARRAY [1..100000] OF Big; END_VAR END_PROGRAM
        """;

    assertThat(problems(text))
        .extracting(Problem::toString)
        .containsExactly(
            "2:9: \"Main\": Main has 100,000,000 variables with those of its parts; expected 4,000,000 at most");
  }

  @Test
  void whatIsNestedDeeperThanAnyStackIsRefused() {
    String deep = "(".repeat(200_000) + "1" + ")".repeat(200_000);

    assertThat(problems("PROGRAM Main VAR x : INT; END_VAR x := " + deep + "; END_PROGRAM"))
        .extracting(Problem::message)
        .containsExactly("something is nested too deeply");
  }

  private static List<Problem> problems(String text) {
    StException refused =
        catchThrowableOfType(StException.class, () -> new StCompiler().compile("test.st", text));
    assertThat(refused).as("refusal").isNotNull();
    return refused.problems();
  }
}
