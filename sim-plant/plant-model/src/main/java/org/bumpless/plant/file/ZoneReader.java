package org.bumpless.plant.file;

import org.bumpless.plant.model.PurdueLevel;
import org.bumpless.plant.model.SecurityLevel;
import org.bumpless.plant.model.Zone;
import org.bumpless.plant.model.ZoneId;

/** Reads zones. */
final class ZoneReader {
  private final Registry<Zone> zones;

  ZoneReader(Registry<Zone> zones) {
    this.zones = zones;
  }

  Zone zone(Section section) throws Unusable {
    Word id = section.word("id");
    zones.declare(id);
    Zone zone =
        new Zone(
            section.name("id", ZoneId::new),
            section.text("title"),
            section.choice("level", PurdueLevel.class, PurdueLevel::label),
            section.choice("target", SecurityLevel.class, SecurityLevel::name),
            section.has("safety") && section.flag("safety"));
    zones.define(id, zone);
    return zone;
  }
}
