package org.bumpless.plc.st.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.plc.st.problem.StException;
import org.bumpless.plc.st.tree.Declaration;
import org.bumpless.plc.st.tree.Declaration.Section;
import org.bumpless.plc.st.tree.Expression;
import org.bumpless.plc.st.tree.Source;
import org.bumpless.plc.st.tree.Source.Unit;
import org.bumpless.plc.st.tree.Spot;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.StructType;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.Start;
import org.bumpless.plc.st.typed.Step;
import org.bumpless.plc.st.typed.TypedSource;
import org.bumpless.plc.st.typed.TypedSource.Role;
import org.bumpless.plc.st.typed.TypedSource.Slot;
import org.bumpless.plc.st.typed.Value;

/** Checks a whole text. */
public final class Checker {
  private static final Spot NOWHERE = new Spot(1, 1, "");

  private final String name;
  private final Source source;
  private final Problems problems = new Problems();
  private final Map<String, Slot> globals = new LinkedHashMap<>();
  private final Units units = new Units();
  private final TypeTable types;
  private final Map<String, Scope> scopes = new HashMap<>();

  private Checker(String name, Source source) {
    this.name = name;
    this.source = source;
    this.types =
        new TypeTable(
            source.types(),
            source.units().stream()
                .filter(unit -> unit.kind() == Unit.Kind.FUNCTION_BLOCK)
                .map(unit -> TypeTable.upper(unit.name()))
                .collect(Collectors.toSet()),
            expression -> outside().constant(expression));
  }

  /**
   * Checks a text.
   *
   * @param name of the text, for messages
   * @throws StException if something in it does not fit
   */
  public static TypedSource check(String name, Source source) throws StException {
    return new Checker(name, source).checked();
  }

  /** What stands outside of any unit knows the globals only. */
  private ExpressionCheck outside() {
    return new ExpressionCheck(new Scope(globals), types, units);
  }

  private TypedSource checked() throws StException {
    Map<Boolean, List<Section>> sections =
        globalSections().stream().collect(Collectors.partitioningBy(Section::constant));
    sections.getOrDefault(true, List.of()).forEach(this::global);
    types.resolveAll(problems);
    sections.getOrDefault(false, List.of()).forEach(this::global);
    source.units().forEach(this::head);
    List<TypedSource.Unit> bodies = source.units().stream().map(this::unit).toList();
    List<TypedSource.Struct> structs = structs();
    if (!Recursion.found(source, bodies, problems)) {
      Footprint.require(source, bodies, problems);
    }
    List<TypedSource.Task> tasks = new ArrayList<>();
    List<TypedSource.Instance> instances = new ArrayList<>();
    for (Source.Configuration configuration : source.configurations()) {
      configuration.tasks().forEach(task -> problems.tried(() -> task(task)).ifPresent(tasks::add));
      configuration
          .instances()
          .forEach(its -> problems.tried(() -> instance(its)).ifPresent(instances::add));
    }
    if (instances.isEmpty()) {
      source.units().stream()
          .filter(unit -> unit.kind() == Unit.Kind.PROGRAM)
          .map(unit -> TypeTable.upper(unit.name()))
          .forEach(
              program ->
                  instances.add(new TypedSource.Instance(program, Optional.empty(), program)));
    }
    if (!problems.all().isEmpty()) {
      throw new StException(name, problems.all());
    }
    return new TypedSource(name, structs, List.copyOf(globals.values()), bodies, tasks, instances);
  }

  private List<Section> globalSections() {
    List<Section> sections = new ArrayList<>(source.globals());
    source.configurations().forEach(configuration -> sections.addAll(configuration.globals()));
    return sections;
  }

  /**
   * Bounds and first values may be constants that are declared behind them. Inputs stay in their
   * order, for calls go by it.
   */
  private static List<Section> constantsFirst(List<Section> sections) {
    return sections.stream()
        .sorted(
            Comparator.comparing(
                section -> !section.constant() || section.kind() != Section.Kind.LOCAL))
        .toList();
  }

  private void global(Section section) {
    for (Declaration declaration : section.variables()) {
      problems
          .tried(() -> new Declarations(types, outside()).slot(section, declaration))
          .ifPresent(
              slot ->
                  problems.tried(
                      () -> {
                        if (globals.putIfAbsent(slot.name(), slot) != null) {
                          throw new Slip(
                              declaration.spot(),
                              "a second global variable " + declaration.name(),
                              "each name once");
                        }
                        return slot;
                      }));
    }
  }

  private void head(Unit unit) {
    Scope scope = new Scope(globals);
    String own = TypeTable.upper(unit.name());
    scopes.put(own, scope);
    ExpressionCheck expressions = new ExpressionCheck(scope, types, units);
    Declarations declarations = new Declarations(types, expressions);
    Optional<Type> result = unit.result().flatMap(spec -> problems.tried(() -> types.type(spec)));
    for (Section section : constantsFirst(unit.sections())) {
      for (Declaration declaration : section.variables()) {
        problems.tried(
            () -> {
              if (section.kind() == Section.Kind.EXTERNAL) {
                return external(declaration);
              }
              Slot slot = declarations.slot(section, declaration);
              scope.add(slot, declaration.spot());
              return slot;
            });
      }
    }
    result.ifPresent(
        type ->
            problems.tried(
                () -> {
                  Slot slot =
                      new Slot(
                          own, type, Role.LOCAL, false, false, Optional.empty(), new Start.Usual());
                  scope.add(slot, unit.spot());
                  return slot;
                }));
    problems.tried(
        () -> {
          if (units.head(own).isPresent()) {
            throw new Slip(unit.spot(), "a second unit " + unit.name(), "each name once");
          }
          return own;
        });
    units.add(new Units.Head(own, unit.kind(), result, scope.own()));
  }

  private Slot external(Declaration declaration) throws Slip {
    Slot global = globals.get(TypeTable.upper(declaration.name()));
    if (global == null) {
      throw new Slip(
          declaration.spot(),
          "there is no global variable " + declaration.name(),
          "declare it in VAR_GLOBAL");
    }
    if (!Fitting.same(types.type(declaration.type()).base(), global.type())) {
      throw new Slip(
          declaration.spot(),
          declaration.name() + " is " + global.type().name(),
          "declare it with that type");
    }
    return global;
  }

  private TypedSource.Unit unit(Unit unit) {
    Scope scope = scopes.getOrDefault(TypeTable.upper(unit.name()), new Scope(globals));
    ExpressionCheck expressions = new ExpressionCheck(scope, types, units);
    List<Step> body = new StatementCheck(expressions, problems).body(unit.body());
    return new TypedSource.Unit(
        TypeTable.upper(unit.name()),
        TypedSource.Kind.valueOf(unit.kind().name()),
        units.head(unit.name()).flatMap(Units.Head::result),
        List.copyOf(scope.own().values()),
        body);
  }

  private List<TypedSource.Struct> structs() {
    List<TypedSource.Struct> structs = new ArrayList<>();
    Section fields = new Section(NOWHERE, Section.Kind.LOCAL, Set.of(), List.of());
    Declarations declarations = new Declarations(types, outside());
    types
        .structs()
        .forEach(
            (struct, its) -> {
              List<Slot> slots = new ArrayList<>();
              for (Declaration field : its) {
                problems.tried(() -> declarations.slot(fields, field)).ifPresent(slots::add);
              }
              structs.add(
                  new TypedSource.Struct(
                      new StructType(
                          struct,
                          slots.stream()
                              .map(slot -> new StructType.Field(slot.name(), slot.type()))
                              .toList()),
                      slots));
            });
    return structs;
  }

  private TypedSource.Task task(Source.Task task) throws Slip {
    long interval = 0;
    if (task.interval().isPresent()) {
      interval =
          constant(outside().value(task.interval().get(), Elementary.TIME), task.interval().get());
    }
    long priority = 0;
    if (task.priority().isPresent()) {
      priority =
          constant(outside().value(task.priority().get(), Elementary.UINT), task.priority().get());
    }
    if (interval < 0) {
      throw new Slip(task.spot(), "a negative INTERVAL", "expected for example T#10ms");
    }
    return new TypedSource.Task(
        task.name().toUpperCase(Locale.ROOT), interval, Math.toIntExact(priority));
  }

  private static long constant(Value value, Expression expression) throws Slip {
    if (value instanceof Value.Constant constant) {
      return constant.whole();
    }
    throw new Slip(expression.spot(), "this is known at the scan only", "expected a constant");
  }

  private TypedSource.Instance instance(Source.Instance instance) throws Slip {
    boolean program =
        units.head(instance.program()).filter(head -> head.kind() == Unit.Kind.PROGRAM).isPresent();
    if (!program) {
      throw new Slip(
          instance.spot(),
          "there is no program " + instance.program(),
          "declare it: PROGRAM " + instance.program());
    }
    boolean known =
        instance.task().isEmpty()
            || source.configurations().stream()
                .flatMap(configuration -> configuration.tasks().stream())
                .anyMatch(task -> task.name().equalsIgnoreCase(instance.task().get()));
    if (!known) {
      throw new Slip(
          instance.spot(),
          "there is no task " + instance.task().orElse(""),
          "declare it: TASK name(INTERVAL := T#10ms, PRIORITY := 1);");
    }
    return new TypedSource.Instance(
        TypeTable.upper(instance.name()),
        instance.task().map(TypeTable::upper),
        TypeTable.upper(instance.program()));
  }
}
