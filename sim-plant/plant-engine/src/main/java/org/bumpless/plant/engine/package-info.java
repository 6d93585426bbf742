/**
 * The physical process behind the controllers: signals by name, advanced step by step.
 *
 * <p>A model is a pure function of its specification, its seed and the commands it was given: it
 * knows no clock, no thread and no network, so that the same run replays to the last bit. Kinds of
 * process are found through {@link java.util.ServiceLoader}; a new one is a new {@link
 * org.bumpless.plant.engine.ProcessModelProvider}.
 */
@NullMarked
package org.bumpless.plant.engine;

import org.jspecify.annotations.NullMarked;
