package org.bumpless.features.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.SystemTags;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.scenario.bench.Controllers;

/** Controllers whose programs and modes are what has been written into an image. */
final class FakeControllers implements Controllers {
  private final Plant plant;
  private final Map<TagId, TagValue> image;
  private final Map<AssetId, KeySwitch> keys = new ConcurrentHashMap<>();

  FakeControllers(Plant plant, Map<TagId, TagValue> image) {
    this.plant = plant;
    this.image = image;
  }

  /** Whether a controller's key keeps it from carrying something out. */
  boolean locked(AssetId controller, Operation operation) {
    boolean engineering =
        operation instanceof Operation.DownloadProgram || operation instanceof Operation.ChangeMode;
    return engineering && keys.get(controller) == KeySwitch.RUN;
  }

  /** All keys as they were at first. */
  void restore() {
    keys.clear();
  }

  @Override
  public void turn(AssetId controller, KeySwitch key) {
    keys.put(controller, key);
  }

  @Override
  public String programChecksum(AssetId controller) {
    TagValue loaded = image.get(SystemTags.programChecksum(controller));
    return loaded == null
        ? plant
            .controller(controller)
            .flatMap(its -> plant.program(its.program().program()))
            .orElseThrow()
            .checksum()
        : loaded.toString();
  }

  @Override
  public OperatingMode mode(AssetId controller) {
    TagValue mode = image.get(SystemTags.operatingMode(controller));
    return mode == null ? OperatingMode.RUN : OperatingMode.valueOf(mode.toString());
  }
}
