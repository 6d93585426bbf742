package org.bumpless.plc.program;

import java.util.List;
import java.util.stream.IntStream;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagType;
import org.bumpless.plc.scan.ControlProgram;
import org.bumpless.plc.scan.ControlProgramProvider;

/** The level loop of a tank: {@code program: level-loop} in a plant file. */
public final class LevelLoopProvider implements ControlProgramProvider {
  static final int IN_LEVEL = 0;
  static final int IN_FLOW_IN = 1;
  static final int IN_FLOW_OUT = 2;
  static final int IN_PUMP_SPEED = 3;
  static final int IN_SPILLED = 4;
  static final int IN_DRY_RUN = 5;
  static final int OUT_VALVE = 0;
  static final int OUT_PUMP = 1;

  @Override
  public String id() {
    return "level-loop";
  }

  @Override
  public List<String> inputs() {
    return List.of("LEVEL", "FLOW_IN", "FLOW_OUT", "PUMP_SPEED", "SPILLED", "DRY_RUN");
  }

  @Override
  public List<String> outputs() {
    return List.of("VALVE", "PUMP");
  }

  @Override
  public ControlProgram create(List<Tag> tags) {
    Slots slots = new Slots(tags);
    return new LevelLoop(
        new LevelLoop.Tags(
            slots.of("PV", TagType.REAL),
            slots.of("FLOW_IN", TagType.REAL),
            slots.of("FLOW_OUT", TagType.REAL),
            slots.of("PUMP_SPEED", TagType.REAL),
            slots.of("SPILLED", TagType.REAL),
            slots.of("HIHI", TagType.BOOL),
            slots.of("LOLO", TagType.BOOL),
            slots.of("DRY_RUN", TagType.BOOL),
            slots.of("SP", TagType.REAL),
            slots.of("OUT", TagType.REAL),
            slots.of("MODE", TagType.INT),
            slots.of("KP", TagType.REAL),
            slots.of("TI", TagType.REAL),
            slots.of("OUT_MAX", TagType.REAL),
            slots.of("ESD", TagType.BOOL),
            slots.of("PUMP_ON", TagType.BOOL)));
  }

  private record Slots(List<Tag> tags) {
    int of(String name, TagType type) {
      return IntStream.range(0, tags.size())
          .filter(i -> tags.get(i).id().name().equals(name) && tags.get(i).type() == type)
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "program level-loop needs a tag " + name + " of type " + type));
    }
  }
}
