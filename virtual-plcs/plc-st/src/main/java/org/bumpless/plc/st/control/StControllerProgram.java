package org.bumpless.plc.st.control;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagType;
import org.bumpless.plc.scan.ControlProgram;
import org.bumpless.plc.scan.ControllerProgram;
import org.bumpless.plc.st.run.Cell;
import org.bumpless.plc.st.run.ProcessMemory;
import org.bumpless.plc.st.run.SeparatePlaces;
import org.bumpless.plc.st.run.StInstance;
import org.bumpless.plc.st.run.StProgram;
import org.bumpless.plc.st.type.Elementary;
import org.bumpless.plc.st.type.Type;
import org.bumpless.plc.st.typed.TypedSource.Role;

/** A compiled program, for a controller. */
final class StControllerProgram implements ControllerProgram {
  private static final String FIRST_SCAN = "FIRST_SCAN";

  private final ProgramText text;
  private final StProgram program;
  private final List<String> inputs;
  private final List<String> outputs;
  private final Crossings crossings = new Crossings();

  StControllerProgram(ProgramText text, StProgram program) {
    this.text = text;
    this.program = program;
    this.inputs = program.wires(Role.INPUT);
    this.outputs = program.wires(Role.OUTPUT);
  }

  @Override
  public ProgramText text() {
    return text;
  }

  @Override
  public List<String> inputs() {
    return inputs;
  }

  @Override
  public List<String> outputs() {
    return outputs;
  }

  @Override
  public ControlProgram create(List<Tag> tags) {
    ProcessMemory memory = new SeparatePlaces();
    StInstance started = program.start(memory);
    Linkage linkage =
        new Linkage(
            started.cell(FIRST_SCAN),
            wires(inputs, started),
            wires(outputs, started),
            tags.stream().map(tag -> link(tag, started)).toList());
    return new StControl(started, memory, linkage, crossings);
  }

  /** The variable begins at the tag's initial value. */
  private TagLink link(Tag tag, StInstance started) {
    Cell cell = variable(tag, started);
    cell.set(tag.initial().number());
    return new TagLink(cell, tag.access() == TagAccess.READ_WRITE, unsigned(cell));
  }

  private static boolean unsigned(Cell cell) {
    Type type = cell.type().base();
    return type == Elementary.UINT || type == Elementary.WORD;
  }

  private static List<Cell> wires(List<String> names, StInstance started) {
    return names.stream().map(name -> started.cell(name).orElseThrow()).toList();
  }

  private Cell variable(Tag tag, StInstance started) {
    String name = tag.id().name().toUpperCase(Locale.ROOT);
    Cell cell =
        started
            .cell(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "program %s has no variable %s for the tag of that name; it has %s"
                            .formatted(
                                text.name(),
                                name,
                                started.cells().stream().collect(Collectors.joining(", ")))));
    if (!fits(tag.type(), cell.type().base())) {
      throw new IllegalArgumentException(
          "program %s: variable %s is %s, but the tag is %s: declare it as %s"
              .formatted(text.name(), name, cell.type().name(), tag.type(), expected(tag.type())));
    }
    return cell;
  }

  private static boolean fits(TagType tag, Type type) {
    return switch (tag) {
      case BOOL -> type == Elementary.BOOL;
      case INT -> type == Elementary.INT || type == Elementary.UINT || type == Elementary.WORD;
      case REAL -> type == Elementary.REAL;
      case STRING -> false;
    };
  }

  private static String expected(TagType tag) {
    return tag == TagType.INT ? "INT, UINT or WORD" : tag.name();
  }
}
