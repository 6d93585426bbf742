package org.bumpless.plant.engine.parameter;

/**
 * A number that a plant file may set for a piece of equipment.
 *
 * @param name as it stands in the file, with its unit last, for example {@code heightM}
 * @param fallback what it is when the file does not say
 * @param low least value
 * @param high greatest value
 */
public record Parameter(String name, double fallback, double low, double high) {}
