package org.bumpless.plc.st.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.bumpless.plc.st.grammar.StParser.AssignContext;
import org.bumpless.plc.st.grammar.StParser.CallContext;
import org.bumpless.plc.st.grammar.StParser.CaseBranchContext;
import org.bumpless.plc.st.grammar.StParser.CaseContext;
import org.bumpless.plc.st.grammar.StParser.CaseLabelContext;
import org.bumpless.plc.st.grammar.StParser.ContinueContext;
import org.bumpless.plc.st.grammar.StParser.ExitContext;
import org.bumpless.plc.st.grammar.StParser.ExpressionContext;
import org.bumpless.plc.st.grammar.StParser.ForContext;
import org.bumpless.plc.st.grammar.StParser.IfContext;
import org.bumpless.plc.st.grammar.StParser.NamedContext;
import org.bumpless.plc.st.grammar.StParser.PlacedContext;
import org.bumpless.plc.st.grammar.StParser.RepeatContext;
import org.bumpless.plc.st.grammar.StParser.ReturnContext;
import org.bumpless.plc.st.grammar.StParser.StatementContext;
import org.bumpless.plc.st.grammar.StParser.StatementsContext;
import org.bumpless.plc.st.grammar.StParser.WhileContext;
import org.bumpless.plc.st.tree.Expression;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.tree.Statement;
import org.bumpless.plc.st.tree.Statement.Branch;
import org.bumpless.plc.st.tree.Statement.CaseBranch;
import org.bumpless.plc.st.tree.Statement.Label;

/** Statements. */
final class StatementBuilder {
  private StatementBuilder() {}

  static List<Statement> body(ParserRuleContext context) {
    List<Statement> body = new ArrayList<>();
    for (StatementContext one : context.getRuleContexts(StatementContext.class)) {
      if (one.simple() != null) {
        body.add(statement(one.simple()));
      } else if (one.compound() != null) {
        body.add(statement(one.compound()));
      }
    }
    return body;
  }

  private static Optional<StatementsContext> last(List<StatementsContext> bodies, int others) {
    return bodies.size() > others ? Optional.of(bodies.getLast()) : Optional.empty();
  }

  private static Statement named(Spot spot, Expression.Path place, PlacedContext context) {
    return switch (context) {
      case AssignContext assign ->
          new Statement.Assign(spot, place, ExpressionBuilder.expression(assign.expression()));
      case CallContext call ->
          new Statement.Call(spot, place, ExpressionBuilder.arguments(call.argument()));
      default -> throw new IllegalStateException("no such statement: " + context.getText());
    };
  }

  private static Statement statement(ParserRuleContext context) {
    Spot spot = Spots.of(context);
    return switch (context) {
      case NamedContext named -> named(spot, ExpressionBuilder.path(named.place()), named.placed());
      case IfContext choice -> ifThen(spot, choice);
      case CaseContext choice ->
          new Statement.Case(
              spot,
              ExpressionBuilder.expression(choice.expression()),
              choice.caseBranch().stream().map(StatementBuilder::caseBranch).toList(),
              choice.statements() == null ? List.of() : body(choice.statements()));
      case ForContext loop -> counting(spot, loop);
      case WhileContext loop ->
          new Statement.While(
              spot, ExpressionBuilder.expression(loop.expression()), body(loop.statements()));
      case RepeatContext loop ->
          new Statement.Repeat(
              spot, body(loop.statements()), ExpressionBuilder.expression(loop.expression()));
      case ExitContext _ -> new Statement.Exit(spot);
      case ContinueContext _ -> new Statement.Continue(spot);
      case ReturnContext _ -> new Statement.Return(spot);
      default -> throw new IllegalStateException("no such statement: " + context.getText());
    };
  }

  private static Statement ifThen(Spot spot, IfContext context) {
    List<Branch> branches = new ArrayList<>();
    branches.add(
        new Branch(
            ExpressionBuilder.expression(context.expression()), body(context.statements(0))));
    context
        .elsif()
        .forEach(
            elsif ->
                branches.add(
                    new Branch(
                        ExpressionBuilder.expression(elsif.expression()),
                        body(elsif.statements()))));
    return new Statement.If(
        spot,
        branches,
        last(context.statements(), 1).map(StatementBuilder::body).orElse(List.of()));
  }

  private static CaseBranch caseBranch(CaseBranchContext context) {
    return new CaseBranch(
        context.caseLabel().stream().map(StatementBuilder::label).toList(),
        body(context.labelled()));
  }

  private static Label label(CaseLabelContext context) {
    List<Expression> ends =
        context.expression().stream().map(ExpressionBuilder::expression).toList();
    return new Label(
        ends.getFirst(), ends.size() > 1 ? Optional.of(ends.getLast()) : Optional.empty());
  }

  private static Statement counting(Spot spot, ForContext context) {
    List<ExpressionContext> bounds = context.expression();
    return new Statement.For(
        spot,
        ExpressionBuilder.path(context.place()),
        ExpressionBuilder.expression(bounds.get(0)),
        ExpressionBuilder.expression(bounds.get(1)),
        bounds.size() > 2
            ? Optional.of(ExpressionBuilder.expression(bounds.get(2)))
            : Optional.empty(),
        body(context.statements()));
  }
}
