/**
 * Puts the real things behind the interfaces that scenarios use: plant, fabric, controllers,
 * stations, product, services.
 *
 * <p>The only place where all parts of the bench are seen together. Protocols, products and PDPs
 * are found by {@link java.util.ServiceLoader}, so that a new one needs no edit here.
 */
@NullMarked
package org.bumpless.runner.bench;

import org.jspecify.annotations.NullMarked;
