package org.bumpless.plc.st.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.bumpless.plc.st.grammar.StParser.ConfigurationContext;
import org.bumpless.plc.st.grammar.StParser.DeclarationContext;
import org.bumpless.plc.st.grammar.StParser.NameContext;
import org.bumpless.plc.st.grammar.StParser.ProgramInstanceContext;
import org.bumpless.plc.st.grammar.StParser.QualifierContext;
import org.bumpless.plc.st.grammar.StParser.ResourceContext;
import org.bumpless.plc.st.grammar.StParser.StatementsContext;
import org.bumpless.plc.st.grammar.StParser.TaskContext;
import org.bumpless.plc.st.grammar.StParser.TaskSettingContext;
import org.bumpless.plc.st.grammar.StParser.TypeDeclarationContext;
import org.bumpless.plc.st.grammar.StParser.TypeSpecContext;
import org.bumpless.plc.st.grammar.StParser.UnitContext;
import org.bumpless.plc.st.grammar.StParser.VariableContext;
import org.bumpless.plc.st.grammar.StParser.VariableNameContext;
import org.bumpless.plc.st.grammar.StParser.VariablesContext;
import org.bumpless.plc.st.tree.Declaration;
import org.bumpless.plc.st.tree.Declaration.Section;
import org.bumpless.plc.st.tree.Declaration.Section.Qualifier;
import org.bumpless.plc.st.tree.Expression;
import org.bumpless.plc.st.tree.Initial;
import org.bumpless.plc.st.tree.Source;
import org.bumpless.plc.st.tree.Source.Configuration;
import org.bumpless.plc.st.tree.Source.Instance;
import org.bumpless.plc.st.tree.Source.Task;
import org.bumpless.plc.st.tree.Source.TypeDefinition;
import org.bumpless.plc.st.tree.Source.Unit;
import org.bumpless.plc.st.tree.TypeSpec;

/** Declarations: what a text is made of at its outermost. */
final class SourceBuilder {
  /** An address that a configuration may give later, such as {@code %QX*}. */
  private static final String LATER = "*";

  private final List<TypeDefinition> types = new ArrayList<>();
  private final List<Section> globals = new ArrayList<>();
  private final List<Unit> units = new ArrayList<>();
  private final List<Configuration> configurations = new ArrayList<>();

  Source source(UnitContext context) {
    context.declaration().forEach(this::declaration);
    return new Source(types, globals, units, configurations);
  }

  private void declaration(DeclarationContext context) {
    if (context.typeBlock() != null) {
      context.typeBlock().typeDeclaration().forEach(type -> types.add(type(type)));
    } else if (context.variables() != null) {
      globals.add(section(context.variables()));
    } else if (context.configuration() != null) {
      configurations.add(configuration(context.configuration()));
    } else {
      units.add(unit(context));
    }
  }

  private static TypeDefinition type(TypeDeclarationContext context) {
    return new TypeDefinition(
        Spots.of(context.name()),
        context.name().getText(),
        TypeBuilder.type(context.typeSpec()),
        Optional.ofNullable(context.firstValue()).map(TypeBuilder::firstValue));
  }

  private static Unit unit(DeclarationContext context) {
    if (context.function() != null) {
      return unit(
          Unit.Kind.FUNCTION,
          context.function().name(),
          Optional.ofNullable(context.function().typeSpec()),
          context.function().variables(),
          context.function().statements());
    }
    if (context.functionBlock() != null) {
      return unit(
          Unit.Kind.FUNCTION_BLOCK,
          context.functionBlock().name(),
          Optional.empty(),
          context.functionBlock().variables(),
          context.functionBlock().statements());
    }
    return unit(
        Unit.Kind.PROGRAM,
        context.program().name(),
        Optional.empty(),
        context.program().variables(),
        context.program().statements());
  }

  private static Unit unit(
      Unit.Kind kind,
      ParserRuleContext name,
      Optional<TypeSpecContext> result,
      List<VariablesContext> variables,
      StatementsContext body) {
    return new Unit(
        Spots.of(name),
        kind,
        name.getText(),
        result.map(TypeBuilder::type),
        variables.stream().map(SourceBuilder::section).toList(),
        StatementBuilder.body(body));
  }

  private static Section section(VariablesContext context) {
    Set<Qualifier> qualifiers = EnumSet.noneOf(Qualifier.class);
    for (QualifierContext qualifier : context.qualifier()) {
      if (qualifier.PERSISTENT() != null) {
        qualifiers.add(Qualifier.RETAIN);
      } else if (qualifier.access() == null) {
        qualifiers.add(Qualifier.valueOf(qualifier.getText().toUpperCase(Locale.ROOT)));
      }
    }
    List<Declaration> variables =
        context.variable().stream().flatMap(its -> variables(its).stream()).toList();
    return new Section(Spots.of(context.section()), kind(context), qualifiers, variables);
  }

  private static Section.Kind kind(VariablesContext context) {
    String word = context.section().getText().toUpperCase(Locale.ROOT);
    return word.equals("VAR")
        ? Section.Kind.LOCAL
        : Section.Kind.valueOf(word.substring("VAR_".length()));
  }

  private static List<Declaration> variables(VariableContext context) {
    TypeSpec type = TypeBuilder.type(context.typeSpec());
    Optional<Initial> initial =
        Optional.ofNullable(context.firstValue()).map(TypeBuilder::firstValue);
    Declaration.Edge edge = Declaration.Edge.NONE;
    if (context.edge() != null) {
      edge = context.edge().R_EDGE() != null ? Declaration.Edge.RISING : Declaration.Edge.FALLING;
    }
    List<Declaration> variables = new ArrayList<>();
    for (VariableNameContext name : context.variableName()) {
      variables.add(
          new Declaration(
              Spots.of(name),
              name.name().stream().map(NameContext::getText).collect(Collectors.joining(".")),
              Optional.ofNullable(name.DIRECT())
                  .map(address -> address.getText().toUpperCase(Locale.ROOT))
                  .filter(address -> !address.endsWith(LATER)),
              type,
              initial,
              edge));
    }
    return variables;
  }

  private static Configuration configuration(ConfigurationContext context) {
    List<Section> globals =
        new ArrayList<>(context.variables().stream().map(SourceBuilder::section).toList());
    List<Task> tasks = new ArrayList<>(context.task().stream().map(SourceBuilder::task).toList());
    List<Instance> instances =
        new ArrayList<>(context.programInstance().stream().map(SourceBuilder::instance).toList());
    for (ResourceContext resource : context.resource()) {
      resource.variables().forEach(its -> globals.add(section(its)));
      resource.task().forEach(its -> tasks.add(task(its)));
      resource.programInstance().forEach(its -> instances.add(instance(its)));
    }
    return new Configuration(
        Spots.of(context.name()), context.name().getText(), globals, tasks, instances);
  }

  private static Task task(TaskContext context) {
    return new Task(
        Spots.of(context.name()),
        context.name().getText(),
        setting(context, "INTERVAL"),
        setting(context, "PRIORITY"),
        setting(context, "SINGLE"));
  }

  private static Optional<Expression> setting(TaskContext context, String name) {
    for (TaskSettingContext setting : context.taskSetting()) {
      if (setting.name().getText().equalsIgnoreCase(name)) {
        return Optional.of(ExpressionBuilder.expression(setting.expression()));
      }
    }
    return Optional.empty();
  }

  private static Instance instance(ProgramInstanceContext context) {
    boolean withTask = context.name().size() > 2;
    return new Instance(
        Spots.of(context),
        context.name(0).getText(),
        withTask ? Optional.of(context.name(1).getText()) : Optional.empty(),
        context.name(withTask ? 2 : 1).getText(),
        ExpressionBuilder.arguments(context.argument()));
  }
}
