package org.bumpless.plant.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something in the plant that has a place in a zone; all but {@link FieldDevice} have an address on
 * the network.
 */
public sealed interface Asset {
  AssetId id();

  ZoneId zone();

  /** What it is, for people. */
  String title();

  /**
   * A programmable controller at L1: scans a program and serves its process image.
   *
   * @param bridge the real controller that stands behind it, if one does
   */
  record Controller(
      AssetId id,
      ZoneId zone,
      String title,
      Personality personality,
      ProgramSpec program,
      List<EndpointSpec> endpoints,
      List<Tag> tags,
      Optional<BridgeSpec> bridge)
      implements Asset {
    public Controller {
      endpoints = List.copyOf(endpoints);
      tags = List.copyOf(tags);
    }

    /** One with no real controller behind it. */
    public Controller(
        AssetId id,
        ZoneId zone,
        String title,
        Personality personality,
        ProgramSpec program,
        List<EndpointSpec> endpoints,
        List<Tag> tags) {
      this(id, zone, title, personality, program, endpoints, tags, Optional.empty());
    }
  }

  /**
   * A logic solver of a SIS (IEC 61511): its own sensors and final elements, no enforcement in its
   * loop.
   *
   * @param scan how often it looks at its sensors
   */
  record SafetyController(AssetId id, ZoneId zone, String title, Duration scan) implements Asset {}

  /** An operator's station: shows tags and takes set-points. */
  record Hmi(AssetId id, ZoneId zone, String title) implements Asset {}

  /** An OPC UA aggregation server: reads many controllers in one cycle. */
  record Aggregator(AssetId id, ZoneId zone, String title) implements Asset {}

  /**
   * A process historian: records tags over time.
   *
   * @param records the station whose polls it records; it need not poll anything itself
   */
  record Historian(AssetId id, ZoneId zone, String title, AssetId records) implements Asset {}

  /** A workstation from which controllers are maintained. */
  record EngineeringWorkstation(AssetId id, ZoneId zone, String title) implements Asset {}

  /** Any other computer: where an unknown device or an intruder stands. */
  record Host(AssetId id, ZoneId zone, String title) implements Asset {}

  /** Process equipment with its instruments at L0; it has wires, not a network address. */
  record FieldDevice(AssetId id, ZoneId zone, String title) implements Asset {}
}
