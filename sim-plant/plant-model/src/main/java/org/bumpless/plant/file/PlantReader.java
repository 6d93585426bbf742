package org.bumpless.plant.file;

import java.util.List;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ProcessSpec;
import org.bumpless.plant.model.ProgramText;
import org.bumpless.plant.model.SafetyFunction;
import org.bumpless.plant.model.Zone;

/** Reads the parts of a plant in the order in which they refer to each other. */
final class PlantReader {
  private final Problems problems;
  private final Neighbours neighbours;

  PlantReader(Problems problems, Neighbours neighbours) {
    this.problems = problems;
    this.neighbours = neighbours;
  }

  /**
   * Reads whatever is usable, so that every part is looked at.
   *
   * @return a plant that may be used only if no problem was recorded
   * @throws Unusable if there is not even a name
   */
  Plant read(Section root) throws Unusable {
    Registry<Zone> zonesById = new Registry<>("zone", problems);
    List<Zone> zones = root.each("zones", new ZoneReader(zonesById)::zone);
    Registry<Conduit> conduitsById = new Registry<>("conduit", problems);
    List<Conduit> conduits =
        root.each("conduits", new ConduitReader(zonesById, conduitsById, problems)::conduit);

    Registry<ProgramText> programsById = new Registry<>("program", problems);
    List<ProgramText> programs =
        root.each("programs", new ProgramReader(programsById, neighbours)::program);
    Registry<Asset> assetsById = new Registry<>("asset", problems);
    AssetReader assetReader =
        new AssetReader(zonesById, assetsById, controllerTypes(root, programsById), problems);
    List<Asset> assets = assetReader.read(root);

    boolean knowsWays =
        root.has("conduits")
            && zonesById.complete(root.count("zones"))
            && conduitsById.complete(root.count("conduits"));
    FlowPaths paths = new FlowPaths(zones, conduits, problems);
    FlowReader flowReader = new FlowReader(assetsById, knowsWays ? paths : null, problems);
    List<Flow> flows = root.each("flows", flowReader::flow).stream().flatMap(List::stream).toList();

    if (flows.stream().map(Flow::id).distinct().count() == root.count("flows")) {
      assetReader.recorded().check(assets, flows, conduits);
    }

    ProcessReader processReader = new ProcessReader(assetsById, neighbours, problems);
    SafetyReader safetyReader = new SafetyReader(assetsById, problems);
    List<SafetyFunction> safetyFunctions = root.each("safetyFunctions", safetyReader::function);
    safetyReader.checkIndependence(assets);
    Section process = root.section("process");
    List<ProcessSpec.Unit> units = processReader.units(process);
    assetReader.checkWires(processReader::hasUnit);

    Section plant = root.section("plant");
    return new Plant(
        plant.text("id"),
        plant.text("title"),
        zones,
        conduits,
        assets,
        flows,
        processReader.process(process, units),
        safetyFunctions,
        programs);
  }

  private ControllerTypes controllerTypes(Section root, Registry<ProgramText> programs) {
    PersonalityReader personalities = new PersonalityReader(problems);
    root.each("personalities", personalities::read);
    personalities.addKnown(KnownPersonalities.all());
    ControllerTypes types = new ControllerTypes(programs, personalities, problems);
    root.each("controllerTypes", types::type);
    return types;
  }
}
