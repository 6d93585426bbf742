package org.bumpless.plc.st.check;

import org.bumpless.plc.st.problem.Problem;
import org.bumpless.plc.st.tree.Spot;

/** Something does not fit; the statement or declaration that it stands in is given up. */
final class Slip extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Slip(Spot spot, String message, String hint) {
    super(message, null, false, false);
    this.problem = Problem.at(spot, message, hint);
  }

  Problem problem() {
    return problem;
  }
}
