package org.bumpless.plc.st.parse;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.bumpless.plc.st.tree.Spot;

/** Where things stand. */
final class Spots {
  private Spots() {}

  /** Where something begins, with all of its text as far as it is on one line. */
  static Spot of(ParserRuleContext context) {
    Token begin = context.getStart();
    Token end = context.getStop();
    boolean oneLine = end != null && end.getLine() == begin.getLine();
    String text =
        oneLine
            ? begin
                .getInputStream()
                .getText(
                    Interval.of(
                        begin.getStartIndex(), Math.max(begin.getStopIndex(), end.getStopIndex())))
            : begin.getText();
    return new Spot(begin.getLine(), begin.getCharPositionInLine() + 1, text);
  }

  static Spot of(Token token) {
    return new Spot(token.getLine(), token.getCharPositionInLine() + 1, token.getText());
  }
}
