/**
 * What a plant is: zones, conduits, assets, tags and flows, as records without behaviour of their
 * own.
 *
 * <p>Words are those of IEC 62443-3-2 (zone, conduit, security level), ISA-95 (levels) and IEC
 * 61131-3 (task, program). The types hold facts that the plant file states; whether they fit
 * together is checked once, by {@code org.bumpless.plant.file}, so that everything above may rely
 * on a {@link Plant} being consistent.
 */
@NullMarked
package org.bumpless.plant.model;

import org.jspecify.annotations.NullMarked;
