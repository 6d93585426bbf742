package org.bumpless.plc.st.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plc.st.grammar.StParser.ArrayElementContext;
import org.bumpless.plc.st.grammar.StParser.BoundsContext;
import org.bumpless.plc.st.grammar.StParser.EnumSpecContext;
import org.bumpless.plc.st.grammar.StParser.EnumValueContext;
import org.bumpless.plc.st.grammar.StParser.FieldContext;
import org.bumpless.plc.st.grammar.StParser.FieldInitialContext;
import org.bumpless.plc.st.grammar.StParser.FirstValueContext;
import org.bumpless.plc.st.grammar.StParser.InitialContext;
import org.bumpless.plc.st.grammar.StParser.RepeatedContext;
import org.bumpless.plc.st.grammar.StParser.SingleContext;
import org.bumpless.plc.st.grammar.StParser.StringSpecContext;
import org.bumpless.plc.st.grammar.StParser.TypeSpecContext;
import org.bumpless.plc.st.tree.Declaration;
import org.bumpless.plc.st.tree.Expression;
import org.bumpless.plc.st.tree.Expression.Literal;
import org.bumpless.plc.st.tree.Initial;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.tree.TypeSpec;

/** Types and initial values. */
final class TypeBuilder {
  private TypeBuilder() {}

  static TypeSpec type(TypeSpecContext context) {
    Spot spot = Spots.of(context);
    if (context.structSpec() != null) {
      return new TypeSpec.Struct(
          spot,
          context.structSpec().field().stream().flatMap(field -> fields(field).stream()).toList());
    }
    if (context.arraySpec() != null) {
      return new TypeSpec.Array(
          spot,
          context.arraySpec().bounds().stream().map(TypeBuilder::bounds).toList(),
          type(context.arraySpec().typeSpec()));
    }
    if (context.enumSpec() != null) {
      return enumeration(spot, context.enumSpec());
    }
    if (context.subrangeSpec() != null) {
      return new TypeSpec.Subrange(
          spot,
          context.subrangeSpec().typeName().getText(),
          bounds(context.subrangeSpec().bounds()));
    }
    if (context.stringSpec() != null) {
      return text(spot, context.stringSpec());
    }
    return new TypeSpec.Named(spot, context.typeName().getText());
  }

  private static List<Declaration> fields(FieldContext context) {
    TypeSpec type = type(context.typeSpec());
    Optional<Initial> initial =
        Optional.ofNullable(context.firstValue()).map(TypeBuilder::firstValue);
    return context.name().stream()
        .map(
            name ->
                new Declaration(
                    Spots.of(name),
                    name.getText(),
                    Optional.empty(),
                    type,
                    initial,
                    Declaration.Edge.NONE))
        .toList();
  }

  private static TypeSpec.Bounds bounds(BoundsContext context) {
    return new TypeSpec.Bounds(
        ExpressionBuilder.expression(context.expression(0)),
        ExpressionBuilder.expression(context.expression(1)));
  }

  private static TypeSpec enumeration(Spot spot, EnumSpecContext context) {
    return new TypeSpec.Enumeration(
        spot,
        Optional.ofNullable(context.typeName()).map(name -> name.getText()),
        context.enumValue().stream().map(TypeBuilder::enumValue).toList());
  }

  private static TypeSpec.EnumValue enumValue(EnumValueContext context) {
    return new TypeSpec.EnumValue(
        Spots.of(context),
        context.name().getText(),
        Optional.ofNullable(context.expression()).map(ExpressionBuilder::expression));
  }

  private static TypeSpec text(Spot spot, StringSpecContext context) {
    return new TypeSpec.Text(
        spot,
        context.WSTRING() != null,
        Optional.ofNullable(context.expression()).map(ExpressionBuilder::expression));
  }

  static Initial firstValue(FirstValueContext context) {
    List<ArrayElementContext> elements = context.arrayElement();
    return elements.size() == 1 && elements.getFirst() instanceof SingleContext single
        ? initial(single.initial())
        : new Initial.Elements(
            Spots.of(context), elements.stream().map(TypeBuilder::element).toList());
  }

  private static Initial initial(InitialContext context) {
    Spot spot = Spots.of(context);
    if (context.structInitial() != null) {
      Map<String, Initial> fields = new LinkedHashMap<>();
      for (FieldInitialContext field : context.structInitial().fieldInitial()) {
        fields.put(field.name().getText(), initial(field.initial()));
      }
      return new Initial.Fields(spot, fields);
    }
    if (context.arrayInitial() != null) {
      return new Initial.Elements(
          spot, context.arrayInitial().arrayElement().stream().map(TypeBuilder::element).toList());
    }
    return new Initial.Value(spot, ExpressionBuilder.expression(context.expression()));
  }

  private static Initial.Repeated element(ArrayElementContext context) {
    return switch (context) {
      case RepeatedContext repeated ->
          new Initial.Repeated(
              Optional.<Expression>of(
                  new Literal(
                      Spots.of(repeated),
                      Literal.Kind.INTEGER,
                      Optional.empty(),
                      repeated.INTEGER().getText())),
              repeated.initial().stream().map(TypeBuilder::initial).toList());
      case SingleContext single ->
          new Initial.Repeated(Optional.empty(), List.of(initial(single.initial())));
      default -> throw new IllegalStateException("no such element: " + context.getText());
    };
  }
}
