/**
 * What a process suffered: the figures that a plant manager asks for after an incident, taken from
 * the truth and not from what the instruments showed.
 */
@NullMarked
package org.bumpless.plant.engine.kpi;

import org.jspecify.annotations.NullMarked;
