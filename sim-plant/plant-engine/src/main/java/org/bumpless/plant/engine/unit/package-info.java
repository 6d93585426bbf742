/**
 * Processes that are made of like pieces of equipment, at steps of a fixed length: once for all.
 */
@NullMarked
package org.bumpless.plant.engine.unit;

import org.jspecify.annotations.NullMarked;
