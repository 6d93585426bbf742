package org.bumpless.plant.file;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ProcessSpec;

/** Reads the process. */
final class ProcessReader {
  private final Registry<Asset> assets;
  private final Registry<ProcessSpec.Unit> units;
  private final Neighbours neighbours;
  private final Problems problems;

  ProcessReader(Registry<Asset> assets, Neighbours neighbours, Problems problems) {
    this.assets = assets;
    this.neighbours = neighbours;
    this.units = new Registry<>("process unit", problems);
    this.problems = problems;
  }

  /** The units as they are written, without the defaults. */
  List<ProcessSpec.Unit> units(Section process) {
    return process.each(
        "units",
        unit -> {
          Word device = unit.word("device");
          units.declare(device);
          return new ProcessSpec.Unit(fieldDevice(device), parameters(unit, "parameters"));
        });
  }

  ProcessSpec process(Section section, List<ProcessSpec.Unit> read) throws Unusable {
    section.probe(s -> parameters(s, "defaults"), this::file);
    Map<String, Double> defaults = parameters(section, "defaults");
    return new ProcessSpec(
        section.text("model"),
        file(section),
        read.stream().map(unit -> completed(unit, defaults)).toList());
  }

  private Optional<Path> file(Section section) throws Unusable {
    if (!section.has("file")) {
      return Optional.empty();
    }
    String path = section.text("file");
    try {
      return Optional.of(neighbours.locate(path));
    } catch (IOException | InvalidPathException _) {
      throw section.refuse("file", "no file " + Quoted.of(path), "a path from this file's folder");
    }
  }

  /** Whether the process has a unit of that name, usable or not. */
  boolean hasUnit(String device) {
    return units.isDeclared(device);
  }

  private static ProcessSpec.Unit completed(ProcessSpec.Unit unit, Map<String, Double> defaults) {
    Map<String, Double> parameters = new HashMap<>(defaults);
    parameters.putAll(unit.parameters());
    return new ProcessSpec.Unit(unit.device(), parameters);
  }

  private AssetId fieldDevice(Word device) throws Unusable {
    Asset asset = assets.resolve(device);
    if (!(asset instanceof Asset.FieldDevice)) {
      problems.add(
          device.place(),
          Quoted.of(device.text()) + ", which is no field device",
          "an asset of kind field-device");
      throw new Unusable();
    }
    return asset.id();
  }

  private static Map<String, Double> parameters(Section section, String key) throws Unusable {
    Map<String, Double> read = new HashMap<>();
    if (section.has(key)) {
      Section parameters = section.section(key);
      for (Word name : parameters.keys()) {
        read.put(name.text(), parameters.number(name.text()));
      }
    }
    return read;
  }
}
