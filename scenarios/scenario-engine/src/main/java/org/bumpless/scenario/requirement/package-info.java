/**
 * The requirements catalogue: what a product is certified against, where each demand comes from.
 */
@NullMarked
package org.bumpless.scenario.requirement;

import org.jspecify.annotations.NullMarked;
