package org.bumpless.plc.st.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bumpless.plc.st.grammar.StParser.ArgumentContext;
import org.bumpless.plc.st.grammar.StParser.BinaryContext;
import org.bumpless.plc.st.grammar.StParser.BitContext;
import org.bumpless.plc.st.grammar.StParser.ConstantContext;
import org.bumpless.plc.st.grammar.StParser.ExpressionContext;
import org.bumpless.plc.st.grammar.StParser.IndexContext;
import org.bumpless.plc.st.grammar.StParser.IntoContext;
import org.bumpless.plc.st.grammar.StParser.InvocationContext;
import org.bumpless.plc.st.grammar.StParser.LiteralContext;
import org.bumpless.plc.st.grammar.StParser.MemberContext;
import org.bumpless.plc.st.grammar.StParser.NotCallContext;
import org.bumpless.plc.st.grammar.StParser.OperatorCallContext;
import org.bumpless.plc.st.grammar.StParser.OutOfContext;
import org.bumpless.plc.st.grammar.StParser.ParenthesizedContext;
import org.bumpless.plc.st.grammar.StParser.PartContext;
import org.bumpless.plc.st.grammar.StParser.PlaceContext;
import org.bumpless.plc.st.grammar.StParser.PositionalContext;
import org.bumpless.plc.st.grammar.StParser.SelectorContext;
import org.bumpless.plc.st.grammar.StParser.TypedContext;
import org.bumpless.plc.st.grammar.StParser.UnaryContext;
import org.bumpless.plc.st.grammar.StParser.ValueContext;
import org.bumpless.plc.st.tree.Expression;
import org.bumpless.plc.st.tree.Expression.Argument;
import org.bumpless.plc.st.tree.Expression.Literal;
import org.bumpless.plc.st.tree.Expression.Literal.Kind;
import org.bumpless.plc.st.tree.Expression.Path;
import org.bumpless.plc.st.tree.Expression.Selector;
import org.bumpless.plc.st.tree.Spot;

/** Expressions, and what they are made of. */
final class ExpressionBuilder {
  private ExpressionBuilder() {}

  static Expression expression(ExpressionContext context) {
    Spot spot = Spots.of(context);
    return switch (context) {
      case ParenthesizedContext inner -> expression(inner.expression());
      case InvocationContext call ->
          new Expression.Invocation(spot, path(call.place()), arguments(call.argument()));
      case OperatorCallContext call ->
          new Expression.Invocation(
              spot,
              new Path(Spots.of(call.op), call.op.getText(), List.of()),
              arguments(call.argument()));
      case NotCallContext call ->
          new Expression.Unary(spot, upper(call.op.getText()), expression(call.expression()));
      case ConstantContext constant -> literal(constant.literal());
      case ValueContext value -> path(value.place());
      case UnaryContext unary -> unary(spot, upper(unary.op.getText()), unary.expression());
      case BinaryContext binary ->
          new Expression.Binary(
              spot,
              upper(binary.op.getText()),
              expression(binary.expression(0)),
              expression(binary.expression(1)));
      default -> throw new IllegalStateException("no such expression: " + context.getText());
    };
  }

  /** The least number of a type has no positive counterpart, so its sign is part of it. */
  private static Expression unary(Spot spot, String operator, ExpressionContext operand) {
    Expression inner = expression(operand);
    return operator.equals("-")
            && inner instanceof Literal(_, Kind kind, var type, String text)
            && kind == Kind.INTEGER
            && type.isEmpty()
            && operand instanceof ConstantContext
        ? new Literal(spot, kind, type, "-" + text)
        : new Expression.Unary(spot, operator, inner);
  }

  static Path path(PlaceContext context) {
    Spot spot = Spots.of(context);
    return context.DIRECT() != null
        ? new Path(spot, upper(context.DIRECT().getText()), List.of())
        : new Path(
            spot,
            context.name().getText(),
            context.selector().stream().map(ExpressionBuilder::selector).toList());
  }

  private static Selector selector(SelectorContext context) {
    Spot spot = Spots.of(context);
    return switch (context) {
      case IndexContext index ->
          new Selector.Index(
              spot, index.expression().stream().map(ExpressionBuilder::expression).toList());
      case MemberContext member -> new Selector.Member(spot, member.name().getText());
      case BitContext bit -> new Selector.Part(spot, 'X', number(bit.INTEGER().getText()));
      case PartContext part ->
          new Selector.Part(
              spot,
              upper(part.PART().getText()).charAt(1),
              number(part.PART().getText().substring(2)));
      default -> throw new IllegalStateException("no such part: " + context.getText());
    };
  }

  private static int number(String digits) {
    String plain = digits.replace("_", "");
    return plain.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(plain);
  }

  static List<Argument> arguments(List<ArgumentContext> contexts) {
    return contexts.stream().map(ExpressionBuilder::argument).toList();
  }

  private static Argument argument(ArgumentContext context) {
    Spot spot = Spots.of(context);
    return switch (context) {
      case IntoContext into ->
          new Argument.Into(spot, into.name().getText(), expression(into.expression()));
      case OutOfContext out ->
          new Argument.Out(spot, out.name().getText(), out.NOT() != null, path(out.place()));
      case PositionalContext positional ->
          new Argument.Positional(spot, expression(positional.expression()));
      default -> throw new IllegalStateException("no such argument: " + context.getText());
    };
  }

  private static Literal literal(LiteralContext context) {
    Spot spot = Spots.of(context);
    if (context.typed() != null) {
      return typed(context.typed());
    }
    String text = context.getText();
    return new Literal(spot, kind(context), Optional.empty(), text);
  }

  private static Kind kind(LiteralContext context) {
    if (context.INTEGER() != null || context.BASED() != null) {
      return Kind.INTEGER;
    }
    if (context.REAL() != null) {
      return Kind.REAL;
    }
    if (context.STRING_TEXT() != null) {
      return Kind.STRING;
    }
    if (context.WSTRING_TEXT() != null) {
      return Kind.WSTRING;
    }
    if (context.DURATION() != null) {
      return Kind.DURATION;
    }
    if (context.DATE_TEXT() != null) {
      return Kind.DATE;
    }
    if (context.TIME_OF_DAY_TEXT() != null) {
      return Kind.TIME_OF_DAY;
    }
    return context.DATE_AND_TIME_TEXT() != null ? Kind.DATE_AND_TIME : Kind.BOOL;
  }

  private static Literal typed(TypedContext context) {
    Optional<String> type = Optional.of(context.typeWord().getText());
    String text = context.getText();
    String value = text.substring(text.indexOf('#') + 1);
    Kind kind;
    if (context.name() != null) {
      kind = Kind.NAME;
    } else if (context.INTEGER() != null || context.BASED() != null) {
      kind = Kind.INTEGER;
    } else if (context.REAL() != null) {
      kind = Kind.REAL;
    } else if (context.STRING_TEXT() != null) {
      kind = Kind.STRING;
    } else {
      kind = context.WSTRING_TEXT() != null ? Kind.WSTRING : Kind.BOOL;
    }
    return new Literal(Spots.of(context), kind, type, value);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
