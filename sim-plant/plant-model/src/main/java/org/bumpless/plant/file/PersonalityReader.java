package org.bumpless.plant.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bumpless.plant.model.EndpointSpec;
import org.bumpless.plant.model.Firmware;
import org.bumpless.plant.model.Personality;
import org.bumpless.plant.model.Protocol;

/** Reads personalities, those of a plant file and those that the bench knows. */
final class PersonalityReader {
  private final Registry<Personality> personalities;
  private final Problems problems;

  PersonalityReader(Problems problems) {
    this.personalities = new Registry<>("personality", problems);
    this.problems = problems;
  }

  Personality read(Section section) throws Unusable {
    Word id = section.word("id");
    personalities.declare(id);
    Personality personality =
        new Personality(
            id.text(),
            section.text("vendor"),
            section.text("product"),
            section.text("revision"),
            section.flag("opcUaNone"),
            section.whole("connectionsMax"),
            new Firmware(
                protocols(section, "protocols"),
                protocols(section, "engineering"),
                !section.has("modbusIdentification") || section.flag("modbusIdentification"),
                section.has("s7PacketBytes")
                    ? section.whole("s7PacketBytes")
                    : Firmware.USUAL_S7_PACKET_BYTES));
    personality.firmware().engineering().stream()
        .flatMap(Set::stream)
        .sorted()
        .filter(protocol -> !personality.firmware().speaks(protocol))
        .forEach(
            protocol ->
                problems.add(
                    section.placeOf("engineering"),
                    "engineering in " + protocol + ", which is not among its protocols",
                    "protocols that " + id.text() + " speaks"));
    personalities.define(id, personality);
    return personality;
  }

  /** Adds those that the bench knows, except where the file has one of that name. */
  void addKnown(List<Personality> known) {
    known.stream()
        .filter(personality -> !personalities.isDeclared(personality.id()))
        .forEach(personality -> personalities.provide(personality.id(), personality));
  }

  Personality resolve(Word reference) throws Unusable {
    return personalities.resolve(reference);
  }

  /** Refuses endpoints in protocols that a make of controllers does not speak. */
  void check(Word reference, Personality personality, List<EndpointSpec> endpoints) {
    for (EndpointSpec endpoint : endpoints) {
      if (!personality.firmware().speaks(endpoint.protocol())) {
        problems.add(
            reference.place(),
            "personality %s for a controller with an endpoint in %s"
                .formatted(personality.id(), endpoint.protocol()),
            "endpoints in "
                + personality.firmware().protocols().orElseThrow().stream()
                    .sorted()
                    .map(Protocol::id)
                    .collect(Collectors.joining(", "))
                + " only, or another personality");
      }
    }
  }

  private static Optional<Set<Protocol>> protocols(Section section, String key) {
    return section.has(key)
        ? Optional.of(Set.copyOf(section.names(key, Protocol::new)))
        : Optional.empty();
  }
}
