package org.bumpless.plc.st;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bumpless.plc.st.problem.StException;
import org.bumpless.plc.st.run.ProgramFault;
import org.junit.jupiter.api.Test;

/** What statements do (7.3.3), and what units are to each other (6.6). */
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
  void aTextThatIsTooLongIsCutFromTheStart() throws StException {
    Scanned program =
        Scanned.body("short : STRING[3] := 'abcdef'; n : INT;", "n := LEN(short);").scan();

    assertThat(program.get("short")).isEqualTo("abc");
    assertThat(program.get("n")).isEqualTo(3);
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
              IF c = Green THEN c := Colour#Blue; END_IF;
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
  void aSubrangeIsKept() throws StException {
    Scanned program = Scanned.body("l : INT (0..3) := 2; i : INT;", "i := i + 1; l := i;");
    program.scan().scan().scan();

    assertThatThrownBy(program::scan)
        .isInstanceOf(ProgramFault.class)
        .hasMessageContaining("4 is out of its range, 0 to 3");
  }

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
  void aBodyOfThousandsOfStatementsIsCarriedOutUntilItIsLeft() throws StException {
    String many = "x := x + 1;\n".repeat(8_000);
    Scanned whole = Scanned.body("x : DINT;", many).scan();
    Scanned left = Scanned.body("x : DINT;", many + "IF x > 5 THEN RETURN; END_IF;" + many).scan();

    assertThat(whole.get("x")).isEqualTo(8_000);
    assertThat(left.get("x")).isEqualTo(8_000);
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
    assertThat(after.get("a[1]")).isEqualTo(1.0f);
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
