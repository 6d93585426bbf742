package org.bumpless.plc.st.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.bumpless.plc.st.grammar.StLexer;
import org.bumpless.plc.st.grammar.StParser;
import org.bumpless.plc.st.grammar.StParser.UnitContext;
import org.bumpless.plc.st.problem.Problem;
import org.bumpless.plc.st.problem.StException;
import org.bumpless.plc.st.tree.Source;
import org.jspecify.annotations.Nullable;

/** Reads a text. */
public final class SourceParser {
  private SourceParser() {}

  /**
   * Reads a text.
   *
   * @param name of the text, for messages
   * @throws StException if the text is not of the grammar
   */
  public static Source parse(String name, String text) throws StException {
    Slips slips = new Slips();
    UnitContext unit = unit(text, slips);
    if (!slips.found.isEmpty()) {
      throw new StException(name, slips.found);
    }
    return new SourceBuilder().source(unit);
  }

  /** Quickly first; a text that is not right is read once more, for better words. */
  private static UnitContext unit(String text, Slips slips) {
    StParser parser = parser(text, new Slips());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return parser.unit();
    } catch (ParseCancellationException _) {
      StParser again = parser(text, slips);
      again.setErrorHandler(new KeepsSemicolons());
      return again.unit(); // tells its slips to the listener
    }
  }

  private static StParser parser(String text, Slips slips) {
    StLexer lexer = new StLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    StParser parser = new StParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.addErrorListener(slips);
    return parser;
  }

  /** Goes on after a slip, at the semicolon at the latest: the next statement is read as it is. */
  private static final class KeepsSemicolons extends DefaultErrorStrategy {
    @Override
    protected @Nullable Token singleTokenDeletion(Parser parser) {
      return parser.getCurrentToken().getType() == StLexer.SEMI
          ? null
          : super.singleTokenDeletion(parser);
    }
  }

  /** What the grammar does not allow. */
  private static final class Slips extends BaseErrorListener {
    private static final int EXPECTED_MAX = 6;

    /** What may be a name, where a name may be, needs no word of its own. */
    private static final Set<Integer> NAMES_TOO =
        Set.of(
            StLexer.TIME_NAME,
            StLexer.ON,
            StLexer.WITH,
            StLexer.OVERLAP,
            StLexer.PERSISTENT,
            StLexer.PUBLIC,
            StLexer.PRIVATE,
            StLexer.PROTECTED,
            StLexer.INTERNAL,
            StLexer.R_EDGE,
            StLexer.F_EDGE);

    private final List<Problem> found = new ArrayList<>();

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object symbol,
        int line,
        int column,
        String message,
        @Nullable RecognitionException e) {
      Optional<Problem> foreign =
          symbol instanceof Token token && recognizer instanceof Parser parser
              ? foreign(token).or(() -> foreign(parser.getTokenStream().LT(-1)))
              : Optional.empty();
      found.add(
          foreign.orElseGet(
              () ->
                  new Problem(
                      line,
                      column + 1,
                      text(symbol),
                      "this does not belong here",
                      "expected " + expected(recognizer))));
    }

    private static Optional<Problem> foreign(@Nullable Token token) {
      return token == null
          ? Optional.empty()
          : ForeignWords.remedy(token.getText())
              .map(
                  remedy ->
                      new Problem(
                          token.getLine(),
                          token.getCharPositionInLine() + 1,
                          token.getText(),
                          "this is no Structured Text",
                          remedy));
    }

    private static String text(@Nullable Object symbol) {
      return symbol instanceof Token token && token.getType() != Token.EOF
          ? token.getText()
          : "end of text";
    }

    private static String expected(Recognizer<?, ?> recognizer) {
      if (!(recognizer instanceof Parser parser)) {
        return "a sign that Structured Text knows";
      }
      List<Integer> types = parser.getExpectedTokens().toList();
      boolean name = types.contains(StLexer.IDENTIFIER);
      List<String> words =
          types.stream()
              .filter(type -> !(name && NAMES_TOO.contains(type)))
              .sorted(Comparator.comparing(type -> type != StLexer.IDENTIFIER))
              .map(type -> word(parser, type))
              .distinct()
              .toList();
      return words.size() > EXPECTED_MAX
          ? "for example " + String.join(", ", words.subList(0, EXPECTED_MAX))
          : String.join(" or ", words);
    }

    private static String word(Parser parser, int type) {
      return switch (type) {
        case StLexer.IDENTIFIER -> "a name";
        case StLexer.INTEGER -> "a number";
        default -> parser.getVocabulary().getDisplayName(type).replace("'", "");
      };
    }
  }
}
