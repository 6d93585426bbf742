package org.bumpless.plant.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plant as its file describes it: checked, immutable, without anything running.
 *
 * @param id short name, for example {@code tank-farm}
 * @param programs all that its controllers run or may be loaded with
 */
public record Plant(
    String id,
    String title,
    List<Zone> zones,
    List<Conduit> conduits,
    List<Asset> assets,
    List<Flow> flows,
    ProcessSpec process,
    List<SafetyFunction> safetyFunctions,
    List<ProgramText> programs) {

  public Plant {
    programs = List.copyOf(programs);
    zones = List.copyOf(zones);
    conduits = List.copyOf(conduits);
    assets = List.copyOf(assets);
    flows = List.copyOf(flows);
    safetyFunctions = List.copyOf(safetyFunctions);
  }

  /** One without programs: nothing in it runs. */
  public Plant(
      String id,
      String title,
      List<Zone> zones,
      List<Conduit> conduits,
      List<Asset> assets,
      List<Flow> flows,
      ProcessSpec process,
      List<SafetyFunction> safetyFunctions) {
    this(id, title, zones, conduits, assets, flows, process, safetyFunctions, List.of());
  }

  /** The program of that name, if the plant has it. */
  public Optional<ProgramText> program(String name) {
    return programs.stream().filter(its -> its.name().equals(name)).findFirst();
  }

  /** The safety function of that name, if the plant has it. */
  public Optional<SafetyFunction> safetyFunction(String id) {
    return safetyFunctions.stream().filter(its -> its.id().equals(id)).findFirst();
  }

  public Optional<Asset> asset(AssetId id) {
    return assets.stream().filter(a -> a.id().equals(id)).findFirst();
  }

  public Optional<Zone> zone(ZoneId id) {
    return zones.stream().filter(z -> z.id().equals(id)).findFirst();
  }

  /** The assets of one kind, in file order. */
  public <A extends Asset> List<A> assets(Class<A> kind) {
    return assets.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The controller of that name, if the plant has it. */
  public Optional<Asset.Controller> controller(AssetId id) {
    return asset(id).filter(Asset.Controller.class::isInstance).map(Asset.Controller.class::cast);
  }

  /** The tag of that name, if the plant has it. */
  public Optional<Tag> tag(TagId id) {
    return controller(id.controller())
        .flatMap(c -> c.tags().stream().filter(t -> t.id().equals(id)).findFirst());
  }

  /** The controllers with a real one behind them. */
  public List<Asset.Controller> bridged() {
    return assets(Asset.Controller.class).stream().filter(c -> c.bridge().isPresent()).toList();
  }

  /** How a controller serves a protocol, if it does. */
  public Optional<EndpointSpec> endpoint(AssetId controller, Protocol protocol) {
    return controller(controller)
        .flatMap(
            c -> c.endpoints().stream().filter(e -> e.protocol().equals(protocol)).findFirst());
  }

  /**
   * The shortest chain of conduits from one zone to another; empty list inside one zone, empty
   * optional if there is no way. Among equally short chains the one that stands first in the file
   * wins.
   */
  public Optional<List<Conduit>> path(ZoneId from, ZoneId to) {
    Map<ZoneId, List<Conduit>> reached = new HashMap<>();
    reached.put(from, List.of());
    Deque<ZoneId> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      ZoneId here = next.remove();
      List<Conduit> soFar = reached.getOrDefault(here, List.of());
      if (here.equals(to)) {
        return Optional.of(soFar);
      }
      for (Conduit conduit : conduits) {
        if (conduit.from().equals(here) && !reached.containsKey(conduit.to())) {
          List<Conduit> longer = new ArrayList<>(soFar);
          longer.add(conduit);
          reached.put(conduit.to(), List.copyOf(longer));
          next.add(conduit.to());
        }
      }
    }
    return Optional.empty();
  }

  /** The conduits with a product that somebody on the way to a zone must cross, from wherever. */
  public Set<Conduit> enforcedBefore(ZoneId to) {
    Set<Conduit> found = new LinkedHashSet<>();
    for (Zone zone : zones) {
      path(zone.id(), to).stream()
          .flatMap(List::stream)
          .filter(Plant::enforced)
          .forEach(found::add);
    }
    return found;
  }

  /** The first conduit with a product between two assets, if there is one. */
  public Optional<Conduit> enforcedBetween(AssetId client, AssetId server) {
    return asset(client)
        .flatMap(from -> asset(server).flatMap(to -> path(from.zone(), to.zone())))
        .flatMap(path -> path.stream().filter(Plant::enforced).findFirst());
  }

  private static boolean enforced(Conduit conduit) {
    return conduit.enforcement() == Enforcement.PEP;
  }
}
