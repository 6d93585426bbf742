/**
 * A policy enforcement point (NIST SP 800-207) that is plugged into the plant's conduits.
 *
 * <p>An adapter configures, starts, watches and stops a product. It is never in the data path and
 * never judges: what the product does shows in the plant.
 */
@NullMarked
package org.bumpless.adapter.pep;

import org.jspecify.annotations.NullMarked;
