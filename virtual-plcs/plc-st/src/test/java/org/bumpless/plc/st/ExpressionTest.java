package org.bumpless.plc.st;

import static org.assertj.core.api.Assertions.assertThat;

import org.bumpless.plc.st.problem.StException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an expression comes to; numbers by the rules of IEC 61131-3, 6.3, 6.4 and 7.3.2. */
class ExpressionTest {
  @ParameterizedTest(name = "{0} := {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "INT | 2 + 3 * 4 | 14",
        "INT | (2 + 3) * 4 | 20",
        "INT | -2 + 5 | 3",
        "INT | 17 / 5 | 3",
        "INT | -17 / 5 | -3",
        "INT | 17 MOD 5 | 2",
        "INT | -17 MOD 5 | -2",
        "INT | 16#7F | 127",
        "INT | 2#1010_0101 | 165",
        "INT | 8#17 | 15",
        "INT | 1_000 | 1000",
        "INT | INT#16#7FFF | 32767",
        "DINT | 100000 * 3 | 300000",
        "DINT | INT#1 + 100000 | 100001",
        "LINT | 16#7FFF_FFFF_FFFF_FFFF | 9223372036854775807",
        "BOOL | TRUE AND NOT FALSE | 1",
        "BOOL | TRUE XOR TRUE | 0",
        "BOOL | FALSE OR TRUE AND FALSE | 0",
        "BOOL | TRUE & TRUE | 1",
        "BOOL | 3 < 4 | 1",
        "BOOL | 3 >= 4 | 0",
        "BOOL | 3 <> 4 | 1",
        "BOOL | 3 = 3 AND 4 > 3 | 1",
        "BYTE | 16#F0 OR 16#0F | 255",
        "BYTE | 16#FF AND 16#3C | 60",
        "BYTE | 16#FF XOR 16#0F | 240",
        "WORD | NOT WORD#16#00FF | 65280",
        "DWORD | NOT DWORD#0 | 4294967295",
        "REAL | 7.0 / 2.0 | 3.5",
        "REAL | 1.5E2 | 150.0",
        "LREAL | 2.0 ** 10 | 1024.0",
        "LREAL | -2.0 ** 2.0 | 4.0",
        "TIME | T#1s500ms | 1500000000",
        "TIME | T#1h2m3s4ms | 3723004000000",
        "TIME | T#1.5s | 1500000000",
        "TIME | TIME#-2d | -172800000000000",
        "TIME | T#5s + T#250ms | 5250000000",
        "TIME | T#5s * 2 | 10000000000",
        "TIME | T#5s / 2 | 2500000000",
        "TIME | T#1s * 1.5 | 1500000000",
        "BOOL | T#1s > T#999ms | 1",
        "DATE | D#1970-01-02 | 86400000000000",
        "TOD | TOD#01:02:03.5 | 3723500000000",
        "DT | DT#1970-01-02-00:00:01 | 86401000000000",
        "TIME | D#2026-11-27 - D#2026-11-26 | 86400000000000",
        "TOD | TOD#12:00:00 + T#30m | 45000000000000",
        "CHAR | 'A' | 65",
        "BOOL | 'abc' < 'abd' | 1",
        "BOOL | ULINT#18446744073709551615 = 18446744073709551615 | 1",
        "REAL | SIN(0.0) + COS(0.0) | 1.0",
        "REAL | SQRT(4.0) * 2.0 | 4.0",
        "REAL | ATAN2(0.0, 1.0) | 0.0",
        "INT | TRUNC(3.7) | 3",
        "INT | TRUNC(-3.7) + 1 | -2",
        "SINT | TRUNC_SINT(3.9) | 3",
        "DINT | TRUNC_DINT(LREAL#-3.9) | -3",
        "WORD | UINT_TO_BCD(123) | 291",
        "BYTE | USINT_TO_BCD(42) | 66",
        "BYTE | 16#FF AND NOT 16#0F | 240",
        "WORD | NOT 16#00FF | 65280",
        "BOOL | (WORD#16#1234 AND NOT 16#00FF) = WORD#16#1200 | 1",
        "DWORD | SHL(16#1, 4) | 16",
        "BYTE | SHR(IN := 16#F0, N := 4) | 15",
        "REAL | ADD(EN := TRUE, IN1 := 1.5, IN2 := 2.0) | 3.5",
        "DT | CONCAT_DATE_TOD(D#1970-01-02, TOD#00:00:01) | 86401000000000",
        "DATE | CONCAT_DATE(1970, 1, 2) | 86400000000000",
        "TOD | CONCAT_TOD(1, 2, 3, 500) | 3723500000000",
        "DT | CONCAT_DT(1970, 1, 2, 0, 0, 1, 0) | 86401000000000",
        "REAL | INT#3 * 2.5 | 7.5",
        "LREAL | INT#3 * 0.1 | 0.30000000000000004",
        "INT | SEL(TRUE, 1, SEL(FALSE, 2, 3)) | 2",
        "INT | ADD(INT#1, MAX(2, SEL(TRUE, 3, 4))) | 5",
        "BOOL | USINT#5 < MAX(1, 300) | 1",
        "BOOL | INT#1 = SEL(FALSE, 1, 40000) | 1",
        "BYTE | SEL(TRUE, 0, 255) | 255",
        "BOOL | BYTE#255 = SEL(TRUE, 0, 255) | 1",
        "BYTE | INT_TO_BYTE(TRUNC(REAL#77.5)) | 77",
        "REAL | EXPT(INT#4, 1.5) | 8.0",
        "REAL | INT#4 ** 0.5 | 2.0",
        "REAL | SQRT(INT#8 * 2.0) | 4.0",
        "REAL | MAX(INT#2, 2.5) | 2.5",
        "REAL | LIMIT(0.0, INT#7, 5.5) | 5.5",
        "LREAL | INT#4 ** 0.5 | 2.0",
        "LINT | -9223372036854775808 | -9223372036854775808",
        "BOOL | NOT(IN := FALSE) AND TRUE | 1",
        "INT | DAY_OF_WEEK(D#2026-11-29) | 0",
        "INT | DAY_OF_WEEK(IN := D#1969-12-31) | 3",
      })
  void isWorkedOut(String type, String expression, String result) throws StException {
    Scanned program = Scanned.body("x : " + type + ";", "x := " + expression + ";").scan();

    assertThat(program.get("x")).hasToString(result);
  }

  @ParameterizedTest(name = "{0}: {1} {2} {3} is {4}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SINT | 127 | + | 1 | -128",
        "SINT | -128 | - | 1 | 127",
        "INT | 32767 | + | 1 | -32768",
        "INT | 200 | * | 200 | -25536",
        "DINT | 2147483647 | + | 1 | -2147483648",
        "LINT | 9223372036854775807 | + | 1 | -9223372036854775808",
        "USINT | 255 | + | 1 | 0",
        "USINT | 0 | - | 1 | 255",
        "UINT | 65535 | + | 2 | 1",
        "UDINT | 4294967295 | + | 1 | 0",
        "UDINT | 4294967295 | / | 2 | 2147483647",
        "ULINT | 0 | - | 1 | -1",
        "UDINT | 0 | - | 1 | 4294967295",
      })
  void wrapsAtTheEndOfItsType(String type, String a, String operator, String b, String result)
      throws StException {
    Scanned program =
        Scanned.body(
                "a : %1$s := %2$s; b : %1$s := %3$s; x : %1$s;".formatted(type, a, b),
                "x := a " + operator + " b;")
            .scan();

    assertThat(program.get("x")).hasToString(result);
  }

  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "INT | REAL_TO_INT(2.5) | 2",
        "INT | REAL_TO_INT(3.5) | 4",
        "INT | REAL_TO_INT(-1.6) | -2",
        "INT | TRUNC_X | -1",
        "DINT | TRUNC(-1.6) | -1",
        "INT | REAL_TRUNC_INT(1.9) | 1",
        "SINT | INT_TO_SINT(INT#300) | 44",
        "USINT | INT_TO_USINT(INT#-1) | 255",
        "UDINT | DINT_TO_UDINT(DINT#-1) | 4294967295",
        "REAL | INT_TO_REAL(INT#3) | 3.0",
        "LREAL | DINT_TO_LREAL(DINT#7) | 7.0",
        "BOOL | INT_TO_BOOL(INT#2) | 1",
        "INT | BOOL_TO_INT(TRUE) | 1",
        "STRING | INT_TO_STRING(INT#-42) | -42",
        "INT | STRING_TO_INT('17') | 17",
        "INT | STRING_TO_INT('-17.9') | -17",
        "INT | STRING_TO_INT('12 bar') | 12",
        "INT | STRING_TO_INT('bar') | 0",
        "REAL | STRING_TO_REAL('2.5e1 l/s') | 25.0",
        "REAL | STRING_TO_REAL('-') | 0.0",
        "INT | LEN('it''s') | 4",
        "INT | LEN('''') | 1",
        "INT | LEN('') | 0",
        "STRING | CONCAT('a''', '''b') | a''b",
        "REAL | STRING_TO_REAL('2.5') | 2.5",
        "STRING | BOOL_TO_STRING(TRUE) | TRUE",
        "STRING | TIME_TO_STRING(T#1s5ms) | T#1s5ms",
        "DINT | TIME_TO_DINT(T#5s) | 5",
        "TIME | REAL_TO_TIME(1.5) | 1500000000",
        "WORD | UINT_TO_BCD_WORD(UINT#1234) | 4660",
        "UINT | WORD_BCD_TO_UINT(WORD#16#1234) | 1234",
        "INT | TO_INT(3.2) | 3",
        "DATE | DT_TO_DATE(DT#1970-01-02-05:00:00) | 86400000000000",
        "TOD | DT_TO_TOD(DT#1970-01-02-05:00:00) | 18000000000000",
        "INT | ABS(INT#-5) | 5",
        "INT | MAX(3, 9, 4) | 9",
        "INT | MIN(3, 9, 4) | 3",
        "INT | LIMIT(0, 150, 100) | 100",
        "INT | LIMIT(MN := 0, IN := -3, MX := 100) | 0",
        "INT | SEL(TRUE, 1, 2) | 2",
        "INT | SEL(G := FALSE, IN0 := 1, IN1 := 2) | 1",
        "INT | MUX(2, 10, 20, 30) | 30",
        "INT | MOVE(7) | 7",
        "REAL | SEL(TRUE, 5, REAL#2.5) | 2.5",
        "REAL | SEL(FALSE, 5, REAL#2.5) | 5.0",
        "REAL | MUX(1, 1, REAL#2.0, 3) | 2.0",
        "TIME | MUL_TIME(T#2s, 3) | 6000000000",
        "TIME | DIVTIME(T#6s, 3) | 2000000000",
        "INT | ADD(1, 2, 3) | 6",
        "INT | SUB(9, 4) | 5",
        "INT | MUL(2, 3, 4) | 24",
        "INT | DIV(9, 4) | 2",
        "INT | MOD(9, 4) | 1",
        "BOOL | GT(3, 2, 1) | 1",
        "BOOL | LE(1, 1, 0) | 0",
        "BOOL | NE(1, 2) | 1",
        "BOOL | AND(TRUE, TRUE, FALSE) | 0",
        "BYTE | SHL(BYTE#16#81, 1) | 2",
        "BYTE | SHR(BYTE#16#81, 1) | 64",
        "BYTE | ROL(BYTE#16#81, 1) | 3",
        "BYTE | ROR(BYTE#16#81, 1) | 192",
        "WORD | SHL(IN := WORD#1, N := 15) | 32768",
        "REAL | SQRT(REAL#9.0) | 3.0",
        "LREAL | EXPT(2.0, 3) | 8.0",
        "INT | LEN('hello') | 5",
        "STRING | LEFT('hello', 2) | he",
        "STRING | RIGHT(IN := 'hello', L := 2) | lo",
        "STRING | MID('hello', 3, 2) | ell",
        "STRING | CONCAT('a', 'b', 'c') | abc",
        "STRING | INSERT('ad', 'bc', 1) | abcd",
        "STRING | DELETE('abcd', 2, 2) | ad",
        "STRING | REPLACE('abcd', 'X', 2, 2) | aXd",
        "INT | FIND('hello', 'l') | 3",
      })
  void functionsOfTheStandard(String type, String expression, String result) throws StException {
    String plain = expression.equals("TRUNC_X") ? "LREAL_TRUNC_INT(-1.6)" : expression;
    Scanned program = Scanned.body("x : " + type + ";", "x := " + plain + ";").scan();

    assertThat(program.get("x")).hasToString(result);
  }
}
