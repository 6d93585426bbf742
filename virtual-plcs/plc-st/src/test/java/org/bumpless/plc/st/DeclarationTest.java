package org.bumpless.plc.st;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bumpless.plc.st.problem.StException;
import org.bumpless.plc.st.run.ProgramFault;
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
  void arraysStructuresAndTheirFirstValues() throws StException {
    Scanned program =
        new Scanned(
                """
            TYPE
              Point : STRUCT x : INT := 3; y : REAL; END_STRUCT;
              Colour : (Red, Green, Blue);
              Level : INT (0..100);
            END_TYPE
            PROGRAM Main
            VAR
              a : ARRAY [1..2, 0..2] OF INT := [1, 2, 3, 3(7)];
              p, q : Point := (y := 1.5);
              s : ARRAY [0..1] OF Point;
              c : Colour := Green;
              l : Level := 5;
              sum : INT;
              same : BOOL;
            END_VAR
              sum := a[1, 0] + a[2, 2];
              q := p;
              q.x := 8;
              s[1] := q;
              s[1].y := s[1].y + 1.0;
              IF c = Green AND c = Colour.Green THEN c := Colour#Blue; END_IF;
              same := c = Blue;
              l := l + 1;
            END_PROGRAM
            """)
            .scan();

    assertThat(program.get("sum")).isEqualTo(8);
    assertThat(program.get("p.x")).isEqualTo(3);
    assertThat(program.get("q.x")).isEqualTo(8);
    assertThat(program.get("s[1].x")).isEqualTo(8);
    assertThat(program.get("s[1].y")).isEqualTo(2.5f);
    assertThat(program.get("s[0].x")).isEqualTo(3);
    assertThat(program.get("c")).isEqualTo(2);
    assertThat(program.get("same")).isEqualTo(1);
    assertThat(program.get("l")).isEqualTo(6);
  }

  @Test
  void typesWithoutANameAreInsideOfOthers() throws StException {
    Scanned program =
        new Scanned(
            """
            TYPE
              Valve : STRUCT
                state : (closed, moving, open) := open;
                travel : STRUCT seconds : REAL := 2.5; worn : BOOL; END_STRUCT;
                part : INT (0..10) := 4;
              END_STRUCT;
            END_TYPE
            PROGRAM Main
            VAR
              one : Valve;
              both : ARRAY [1..2] OF Valve := [2((part := 7))];
              x, y : INT; seconds : REAL;
            END_VAR
              CASE both[2].state OF closed: x := 1; open: x := 2; END_CASE;
              one.state := moving;
              IF one.state = moving THEN y := both[1].part; END_IF;
              seconds := both[2].travel.seconds;
            END_PROGRAM
            """);

    program.scan();

    assertThat(program.get("x")).isEqualTo(2);
    assertThat(program.get("y")).isEqualTo(7);
    assertThat(program.get("seconds")).hasToString("2.5");
  }

  @Test
  void aTextThatIsTooLongIsCutFromTheStart() throws StException {
    Scanned program =
        Scanned.body("short : STRING[3] := 'abcdef'; n : INT;", "n := LEN(short);").scan();

    assertThat(program.get("short")).isEqualTo("abc");
    assertThat(program.get("n")).isEqualTo(3);
  }

  @Test
  void aSubrangeIsKept() throws StException {
    Scanned program = Scanned.body("l : INT (0..3) := 2; i : INT;", "i := i + 1; l := i;");
    program.scan().scan().scan();

    assertThatThrownBy(program::scan)
        .isInstanceOf(ProgramFault.class)
        .hasMessageContaining("4 is out of its range, 0 to 3");
  }

  @Test
  void aStructureMayHoldInstances() throws StException {
    Scanned program =
        new Scanned(
                """
                TYPE Cooler : STRUCT delay : TON := (PT := T#20ms); edges : ARRAY [1..2] OF R_TRIG; n : INT; END_STRUCT; END_TYPE
                FUNCTION_BLOCK Shared
                  VAR_IN_OUT c : Cooler; t : TON; END_VAR
                  c.delay(IN := TRUE);
                  c.edges[2](CLK := c.delay.Q);
                  IF c.edges[2].Q THEN c.n := c.n + 1; END_IF;
                  t(IN := TRUE, PT := T#10ms);
                END_FUNCTION_BLOCK
                PROGRAM Main
                  VAR all : ARRAY [0..1] OF Cooler; one : Cooler; shared : Shared; END_VAR
                  shared(c := all[1], t := one.delay);
                END_PROGRAM
                """)
            .scan(0)
            .scan(10)
            .scan(10)
            .scan(10);

    assertThat(program.get("all[1].n")).isEqualTo(1);
    assertThat(program.get("all[0].n")).isEqualTo(0);
    assertThat(program.get("all[1].delay.Q")).isEqualTo(1);
    assertThat(program.get("one.delay.Q")).isEqualTo(1);
  }

  @Test
  void elementsAreCalledAsTheProgramCallsThem() throws StException {
    Scanned program =
        Scanned.body(
            "m : ARRAY [1..2, -1..1] OF INT; n : ARRAY [5..6] OF ARRAY [0..1] OF INT;",
            "m[2, -1] := 21; n[6][1] := 61;");

    program.set("m[1,1]", 11).set("n[5][0]", 50).scan();

    assertThat(program.get("m[1,1]")).isEqualTo(11);
    assertThat(program.get("m[2,-1]")).isEqualTo(21);
    assertThat(program.get("n[5][0]")).isEqualTo(50);
    assertThat(program.get("n[6][1]")).isEqualTo(61);
    for (String none : List.of("m[0,0]", "m[1]", "m[1,2]", "m[]", "m[x,0]", "n[7][0]", "n[5]")) {
      assertThatThrownBy(() -> program.set(none, 1)).hasMessageContaining("no variable");
    }
  }

  @Test
  void aVariableWithoutAFirstValueHasThatOfItsType() throws StException {
    Scanned program =
        new Scanned(
            """
            TYPE Colour : (Red := 5, Green, Blue); Level : INT (3..9); END_TYPE
            PROGRAM Main
              VAR c : Colour; l : Level; a : ARRAY [0..1] OF Level; s : STRING; r : REAL; END_VAR
            END_PROGRAM
            """);

    assertThat(program.get("c")).isEqualTo(5);
    assertThat(program.get("l")).isEqualTo(3);
    assertThat(program.get("a[1]")).isEqualTo(3);
    assertThat(program.get("s")).isEqualTo("");
    assertThat(program.get("r")).isEqualTo(0f);
  }

  @Test
  void temporaryVariablesBeginAnewInEachScan() throws StException {
    Scanned program =
        new Scanned(
                """
            PROGRAM Main
              VAR x, y : INT; END_VAR
              VAR_TEMP t : INT := 4; a : ARRAY [0..2] OF INT := [7]; END_VAR
              t := t + 1;
              a[0] := a[0] + 1;
              a[2] := a[2] + 1;
              x := t;
              y := a[0] + a[2];
            END_PROGRAM
            """)
            .scan()
            .scan();

    assertThat(program.get("x")).isEqualTo(5);
    assertThat(program.get("y")).isEqualTo(9);
  }

  @Test
  void whatIsRetainedOutlivesAWarmStart() throws StException {
    String text =
        """
        PROGRAM Main
          VAR RETAIN n : INT := 1; a : ARRAY [1..2] OF REAL; t : TON; END_VAR
          VAR m : INT; END_VAR
          n := n + 1;
          m := m + 1;
          a[2] := a[2] + 0.5;
          t(IN := TRUE, PT := T#1s);
        END_PROGRAM
        """;
    Scanned before = new Scanned(text).scan().scan();
    Scanned after = new Scanned(text);

    after.instance().warmStart(before.instance().retained());

    assertThat(before.instance().retained()).doesNotContainKey("MAIN.M").containsKey("MAIN.T.ET");
    assertThat(after.get("n")).isEqualTo(3);
    assertThat(after.get("m")).isEqualTo(0);
    assertThat(after.get("a[2]")).isEqualTo(1.0f);
  }

  @Test
  void whatIsRetainedInsideOfBlocksOutlivesALossOfPower() throws StException {
    String text =
        """
        FUNCTION_BLOCK Hours
        VAR RETAIN total : INT; END_VAR
        VAR now : INT; END_VAR
          total := total + 1; now := now + 1;
        END_FUNCTION_BLOCK
        FUNCTION_BLOCK Pump
        VAR hours : Hours; END_VAR
          hours();
        END_FUNCTION_BLOCK
        PROGRAM Main
        VAR pump : Pump; spare : ARRAY [1..2] OF Pump; i : INT; END_VAR
          pump();
          FOR i := 1 TO 2 DO spare[i](); END_FOR;
        END_PROGRAM
        """;
    Scanned before = new Scanned(text).scan().scan().scan();

    Scanned after = new Scanned(text);
    after.instance().warmStart(before.instance().retained());
    after.scan();

    assertThat(after.get("pump.hours.total")).isEqualTo(4);
    assertThat(after.get("pump.hours.now")).isEqualTo(1);
    assertThat(after.get("spare[1].hours.total")).isEqualTo(4);
  }

  @Test
  void locatedVariablesAndAddressesLieInTheControllersMemory() throws StException {
    Scanned program =
        Scanned.body(
            "i AT %IX0.1 : BOOL; q AT %QW3 : INT; m AT %MD4 : REAL;",
            "IF i THEN q := q - 1; END_IF; m := 1.5; %QX1.0 := i;");
    program.memory().write('I', 'X', 0, 1, 1);
    program.scan();

    assertThat(program.memory().read('Q', 'W', 3, 0)).isEqualTo(0xFFFF);
    assertThat(program.memory().read('M', 'D', 4, 0)).isEqualTo(Float.floatToIntBits(1.5f));
    assertThat(program.memory().read('Q', 'X', 1, 0)).isEqualTo(1);
  }

  @Test
  void locatedVariablesBeginWithTheirFirstValues() throws StException {
    Scanned program =
        Scanned.body("q AT %QW3 : INT := -2; m AT %MD4 : REAL := 2.5; x : REAL;", "x := m;");

    assertThat(program.memory().read('Q', 'W', 3, 0)).isEqualTo(0xFFFE);
    assertThat(program.scan().get("x")).isEqualTo(2.5f);
  }

  @Test
  void tasksRunAtTheirIntervals() throws StException {
    Scanned program =
        new Scanned(
            """
            PROGRAM Count
              VAR_EXTERNAL total : INT; END_VAR
              VAR n : INT; END_VAR
              n := n + 1;
              total := total + 1;
            END_PROGRAM
            CONFIGURATION Plant
              VAR_GLOBAL total : INT; END_VAR
              RESOURCE Cpu ON PLC
                TASK quick(INTERVAL := T#10ms, PRIORITY := 1);
                TASK slow(INTERVAL := T#30ms, PRIORITY := 2);
                PROGRAM a WITH quick : Count;
                PROGRAM b WITH slow : Count;
              END_RESOURCE
            END_CONFIGURATION
            """);
    for (int i = 0; i < 7; i++) {
      program.scan(10);
    }

    assertThat(program.instance().variables()).containsEntry("A.N", 7).containsEntry("B.N", 3);
    assertThat(program.instance().variables()).containsEntry("TOTAL", 10);
  }
}
