/**
 * What breaks at the edge of a process, or is broken there on purpose: transmitters that lie and
 * actuators that do not follow.
 *
 * <p>The faults sit on the wires, around any model: no model knows of them. A transmitter's fault
 * changes what is measured and never what is true; an actuator's changes what the process gets and
 * never what the controller believes to have given. The kinds are those of the field, by effect:
 * IEC 61508-2 Annex A for what a sensor or final element can do wrong, MITRE ATT&amp;CK for ICS
 * T0856 (spoof reporting message) for values that are replayed.
 */
@NullMarked
package org.bumpless.plant.engine.fault;

import org.jspecify.annotations.NullMarked;
