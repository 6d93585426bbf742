package org.bumpless.runner.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bumpless.adapter.bridge.Reading;
import org.bumpless.adapter.bridge.RealController;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagId;
import org.bumpless.plc.scan.ControlProgram;
import org.bumpless.plc.scan.ControllerProgram;
import org.bumpless.plc.scan.ProgramImage;

/**
 * A program whose tags are those of a real controller. It still runs, so that the simulated process
 * is not left alone; after each scan the real values take the place of its own, also when they are
 * stale: the values of a simulation must not pass for those of a plant. A tag that the bench is
 * just writing keeps what was written until the real controller has it.
 */
record MirroredProgram(ControllerProgram program, RealController real)
    implements ControllerProgram {

  @Override
  public ProgramText text() {
    return program.text();
  }

  @Override
  public List<String> inputs() {
    return program.inputs();
  }

  @Override
  public List<String> outputs() {
    return program.outputs();
  }

  @Override
  public ControlProgram create(List<Tag> tags) {
    List<Slot> slots = new ArrayList<>();
    for (int slot = 0; slot < tags.size(); slot++) {
      if (real.read(tags.get(slot).id()).isPresent()) {
        slots.add(new Slot(slot, tags.get(slot).id()));
      }
    }
    return new Mirrored(program.create(tags), real, List.copyOf(slots));
  }

  private record Slot(int number, TagId tag) {}

  private record Mirrored(ControlProgram started, RealController real, List<Slot> slots)
      implements ControlProgram {
    @Override
    public void scan(ProgramImage image, double seconds) {
      started.scan(image, seconds);
      for (Slot slot : slots) {
        real.read(slot.tag())
            .filter(reading -> reading.quality() != Reading.Quality.UNDER_WAY)
            .ifPresent(reading -> image.set(slot.number(), reading.value().number()));
      }
    }

    @Override
    public Map<String, Object> values(boolean all) {
      return started.values(all);
    }

    @Override
    public void takeOver(Map<String, Object> values) {
      started.takeOver(values);
    }
  }
}
