package org.bumpless.plc.st;

import static org.assertj.core.api.Assertions.assertThat;

import org.bumpless.plant.engine.cost.Allocation;
import org.bumpless.plc.st.problem.StException;
import org.junit.jupiter.api.Test;

class ScanCostTest {
  @Test
  void aScanAllocatesNothing() throws StException {
    Scanned program =
        Scanned.body(
            "t : TON; p : PID; a : ARRAY [1..8] OF REAL; i : INT; w : WORD; in : BOOL;",
            """
            in := NOT in;
            t(IN := in, PT := T#20ms);
            p(AUTO := TRUE, PV := a[1], SP := 5.0, KP := 1.0, TR := 2.0, TD := 0.1, CYCLE := T#10ms);
            FOR i := 1 TO 8 DO a[i] := a[i] + p.XOUT * SQRT(REAL#2.0); END_FOR;
            w := SHL(w, 1) OR 1;
            CASE i OF 1..3: w := 0; ELSE w.3 := t.Q; END_CASE;
            """);
    scans(program, 20_000);

    assertThat(Allocation.bytesEachTime(() -> scans(program, 1_000))).isZero();
  }

  private static void scans(Scanned program, int count) {
    for (int i = 0; i < count; i++) {
      program.scan(10);
    }
  }
}
