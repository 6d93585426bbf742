package org.bumpless.plant.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.FlowId;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagAccess;
import org.bumpless.plant.model.TagId;
import org.jspecify.annotations.Nullable;

/** Reads flows; one in the file is as many in the plant as it has servers. */
final class FlowReader {
  private final Registry<Asset> assets;
  private final Registry<FlowId> ids;
  private final @Nullable FlowPaths paths;
  private final Problems problems;

  /**
   * Reads flows between these assets.
   *
   * @param paths checks the ways; null if conduits have problems that would make ways look wrong
   */
  FlowReader(Registry<Asset> assets, @Nullable FlowPaths paths, Problems problems) {
    this.assets = assets;
    this.ids = new Registry<>("flow", problems);
    this.paths = paths;
    this.problems = problems;
  }

  /** What the servers of one flow have in common. */
  private record Common(
      Word id,
      FlowId name,
      Asset client,
      Word protocolWord,
      Protocol protocol,
      List<Word> tags,
      boolean writes,
      Optional<Duration> period,
      Duration deadline) {}

  List<Flow> flow(Section section) throws Unusable {
    Word id = section.word("id");
    ids.declare(id);
    List<Word> servers = section.words("servers");
    refuseRepetition("server", servers);
    refuseRepetition("tag", section.words("tags"));
    section.probe(
        s -> s.has("period") ? s.positive("period") : s,
        s -> s.positive("deadline"),
        s -> probeServers(s, id, servers));
    Common common =
        new Common(
            id,
            section.name("id", FlowId::new),
            client(section),
            section.word("protocol"),
            section.name("protocol", Protocol::new),
            section.words("tags"),
            section.flag("writes"),
            section.has("period") ? Optional.of(section.positive("period")) : Optional.empty(),
            section.positive("deadline"));
    return Section.usable(servers, server -> toServer(common, server, section.placeOf("writes")));
  }

  private Asset client(Section section) throws Unusable {
    Asset client = assets.resolve(section.word("client"));
    if (client instanceof Asset.FieldDevice) {
      throw section.refuse(
          "client", "field device " + client.id(), "an asset with an address on the network");
    }
    return client;
  }

  private Asset.Controller server(Word word) throws Unusable {
    if (assets.resolve(word) instanceof Asset.Controller server) {
      return server;
    }
    problems.add(
        word.place(), Quoted.of(word.text()) + " as a server", "an asset of kind controller");
    throw new Unusable();
  }

  /** Looks at client, servers and the ways between them, whatever else is wrong with the flow. */
  private List<Asset> probeServers(Section section, Word flow, List<Word> servers) throws Unusable {
    Section.usable(servers, this::server);
    Asset client = client(section);
    return paths == null
        ? List.of()
        : Section.usable(servers, word -> paths.check(flow, client, word, server(word)));
  }

  private Flow toServer(Common common, Word serverWord, Place writes) throws Unusable {
    Asset.Controller server = server(serverWord);
    if (server.endpoints().stream().noneMatch(e -> e.protocol().equals(common.protocol()))) {
      problems.addUnlessKnown(
          common.protocolWord().place(),
          "protocol " + common.protocol() + ", which " + server.id() + " does not serve",
          Quoted.oneOf(server.endpoints().stream().map(e -> e.protocol().id()).toList()));
    }
    List<TagId> tags = new ArrayList<>();
    boolean writable = false;
    for (Word word : common.tags()) {
      Tag tag = tag(server, word);
      writable |= tag.access() == TagAccess.READ_WRITE;
      tags.add(tag.id());
    }
    if (common.writes() && !writable) {
      problems.add(writes, "writes: true with read-only tags", "false, or a read-write tag");
    }
    return new Flow(
        common.name(),
        common.client().id(),
        server.id(),
        common.protocol(),
        tags,
        common.writes(),
        common.period(),
        common.deadline());
  }

  private Tag tag(Asset.Controller server, Word word) throws Unusable {
    for (Tag tag : server.tags()) {
      if (tag.id().name().equals(word.text())) {
        return tag;
      }
    }
    problems.addUnlessKnown(
        word.place(),
        "unknown tag " + Quoted.of(word.text()) + " of " + server.id(),
        Quoted.oneOf(server.tags().stream().map(t -> t.id().name()).toList()));
    throw new Unusable();
  }

  private void refuseRepetition(String what, List<Word> words) {
    Set<String> seen = new HashSet<>();
    for (Word word : words) {
      if (!seen.add(word.text())) {
        problems.add(
            word.place(), what + " " + Quoted.of(word.text()) + " again", "each " + what + " once");
      }
    }
  }
}
