package org.bumpless.plant.model;

/**
 * A zone of the plant (IEC 62443-3-2): assets with the same security needs.
 *
 * @param safety whether the zone is a SIS island (IEC 61511): nothing may be enforced inside its
 *     loop
 */
public record Zone(
    ZoneId id, String title, PurdueLevel level, SecurityLevel target, boolean safety) {}
