package org.bumpless.runner.way;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Conduit;
import org.bumpless.plant.model.ConduitId;
import org.bumpless.plant.model.Enforcement;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.ZoneId;
import org.bumpless.plant.network.Fabric;
import org.bumpless.plant.network.Host;
import org.bumpless.plant.time.NanoClock;
import org.bumpless.runner.way.Door.Transport;
import org.bumpless.runner.way.Try.Target;
import org.bumpless.scenario.bench.Network.Pushed;

/**
 * Sends through the data diodes of a plant in their direction, has it answered, and sends against
 * them. A gate that keeps the state of connections would let the answers back; a diode does not.
 */
final class Backflow {
  private final Plant plant;
  private final Fabric fabric;
  private final NanoClock clock;
  private int number;

  Backflow(Plant plant, Fabric fabric, NanoClock clock) {
    this.plant = plant;
    this.fabric = fabric;
    this.clock = clock;
  }

  /** Two hosts on either side of a diode, from which nothing may come back. */
  private record Pair(ConduitId diode, AssetId source, AssetId sink) {}

  private record Sent(Pair pair, Try attempt) {}

  List<Pushed> everywhere() throws IOException, InterruptedException {
    Set<Pair> pairs = pairs();
    Map<AssetId, Ears> ears = new LinkedHashMap<>();
    List<Sent> along = new ArrayList<>();
    List<Sent> against = new ArrayList<>();
    try {
      for (Pair pair : pairs) {
        for (AssetId end : List.of(pair.source(), pair.sink())) {
          if (!ears.containsKey(end)) {
            ears.put(end, Ears.answering(fabric.host(end)));
          }
        }
      }
      for (Pair pair : pairs) {
        along.addAll(send(pair, fabric.host(pair.source()), fabric.host(pair.sink())));
        against.addAll(send(pair, fabric.host(pair.sink()), fabric.host(pair.source())));
      }
      clock.await(Try.PATIENCE);
      for (Sent sent : along) {
        sent.attempt().speak();
      }
      for (Sent sent : against) {
        sent.attempt().speak();
      }
      Map<AssetId, Heard> heard = new LinkedHashMap<>();
      for (Map.Entry<AssetId, Ears> its : ears.entrySet()) {
        heard.put(its.getKey(), its.getValue().heard());
      }
      clock.await(Try.PATIENCE);
      return pushed(along, against, heard);
    } finally {
      along.forEach(sent -> sent.attempt().close());
      against.forEach(sent -> sent.attempt().close());
      ears.values().forEach(Ears::close);
    }
  }

  /** Each host of one side with the first of the other: all of them are tried, in linear time. */
  private Set<Pair> pairs() {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (Conduit diode : plant.conduits()) {
      if (diode.enforcement() == Enforcement.DIODE) {
        List<AssetId> sources = hosts(diode.from());
        List<AssetId> sinks = hosts(diode.to());
        if (!sources.isEmpty() && !sinks.isEmpty()) {
          sources.forEach(s -> pairs.add(new Pair(diode.id(), s, sinks.getFirst())));
          sinks.forEach(s -> pairs.add(new Pair(diode.id(), sources.getFirst(), s)));
        }
      }
    }
    return pairs;
  }

  private List<AssetId> hosts(ZoneId zone) {
    return plant.assets().stream()
        .filter(a -> a.zone().equals(zone) && !(a instanceof Asset.FieldDevice))
        .map(Asset::id)
        .toList();
  }

  private List<Sent> send(Pair pair, Host from, Host to) throws IOException, InterruptedException {
    List<Sent> sent = new ArrayList<>();
    from.act(
        () -> {
          for (Door door : Door.undeclared()) {
            sent.add(new Sent(pair, Try.start(new Target(from, to, door, false), ++number)));
          }
        });
    return sent;
  }

  private List<Pushed> pushed(List<Sent> along, List<Sent> against, Map<AssetId, Heard> heard)
      throws IOException {
    Set<InetAddress> ends =
        heard.keySet().stream().map(end -> fabric.host(end).address()).collect(Collectors.toSet());
    List<Pushed> pushed = new ArrayList<>();
    for (Sent sent : along) {
      Pair pair = sent.pair();
      boolean there = came(sent, heard, ends);
      String what = transport(sent) + " answer";
      pushed.add(
          new Pushed(
              pair.diode(), pair.sink(), pair.source(), what, there, sent.attempt().answered()));
    }
    for (Sent sent : against) {
      Pair pair = sent.pair();
      String what = transport(sent) + " of its own";
      boolean left = sent.attempt().left();
      boolean came = came(sent, heard, ends);
      pushed.add(new Pushed(pair.diode(), pair.sink(), pair.source(), what, left, came));
    }
    return pushed;
  }

  private static boolean came(Sent sent, Map<AssetId, Heard> heard, Set<InetAddress> ends) {
    Try attempt = sent.attempt();
    return attempt.outcome(heard.getOrDefault(attempt.to().id(), Heard.NOTHING), ends).came();
  }

  private static String transport(Sent sent) {
    return sent.attempt().transport() == Transport.TCP ? "tcp" : "udp";
  }
}
