package org.bumpless.plant.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ProcessSpec;
import org.bumpless.plant.model.Zone;
import org.bumpless.plant.model.ZoneId;

/** Checks that conduits lead from client to server, and what stands in them. */
final class FlowPaths {
  private final Plant asDrawn;
  private final Plant diodesReversed;
  private final Problems problems;
  private final Set<List<Object>> told = new HashSet<>();

  FlowPaths(List<Zone> zones, List<Conduit> conduits, Problems problems) {
    this.asDrawn = network(zones, conduits);
    this.diodesReversed = network(zones, withDiodesReversed(conduits));
    this.problems = problems;
  }

  /** Checks the way of one flow; tells a fault once for each zone of servers. Gives the server. */
  Asset check(Word flow, Asset client, Word serverWord, Asset server) {
    ZoneId from = client.zone();
    ZoneId to = server.zone();
    if (told.add(List.of(flow, from, to))) {
      check(client, serverWord, server);
    }
    return server;
  }

  private void check(Asset client, Word serverWord, Asset server) {
    ZoneId from = client.zone();
    ZoneId to = server.zone();
    String way = "from " + client.id() + " in " + from + " to " + server.id() + " in " + to;
    Optional<List<Conduit>> path = asDrawn.path(from, to);
    if (path.isEmpty()) {
      tellNoWay(serverWord.place(), from, to, way);
      return;
    }
    List<Conduit> diodes = standing(path.get(), Enforcement.DIODE);
    if (!diodes.isEmpty()) {
      problems.add(
          serverWord.place(),
          "a diode (" + names(diodes) + ") on the way " + way,
          "conduits that carry the server's answers back");
    }
    List<Conduit> peps = standing(path.get(), Enforcement.PEP);
    if (peps.size() > 1) {
      problems.add(
          serverWord.place(),
          peps.size() + " PEPs (" + names(peps) + ") on the way " + way,
          "one PEP at most: more on one way are not supported yet");
    }
  }

  private void tellNoWay(Place place, ZoneId from, ZoneId to, String way) {
    Optional<List<Conduit>> against = diodesReversed.path(from, to);
    if (against.isPresent()) {
      problems.add(
          place,
          "a flow against a diode ("
              + names(standing(against.get(), Enforcement.DIODE))
              + ") "
              + way,
          "a flow in the diode's direction or a conduit beside it");
    } else {
      problems.add(place, "no conduit " + way, "conduits that lead there, client zone first");
    }
  }

  private static List<Conduit> standing(List<Conduit> path, Enforcement what) {
    return path.stream().filter(c -> c.enforcement() == what).toList();
  }

  private static String names(List<Conduit> conduits) {
    return conduits.stream().map(c -> c.id().value()).collect(Collectors.joining(", "));
  }

  private static List<Conduit> withDiodesReversed(List<Conduit> conduits) {
    List<Conduit> reversed = new ArrayList<>();
    for (Conduit c : conduits) {
      reversed.add(
          c.enforcement() == Enforcement.DIODE
              ? new Conduit(c.id(), c.to(), c.from(), c.enforcement(), c.budget())
              : c);
    }
    return reversed;
  }

  private static Plant network(List<Zone> zones, List<Conduit> conduits) {
    return new Plant(
        "ways",
        "",
        zones,
        conduits,
        List.of(),
        List.of(),
        new ProcessSpec("none", List.of()),
        List.of());
  }
}
