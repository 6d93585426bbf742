/**
 * No product at all: the null control of the bench.
 *
 * <p>It stands beside the external product because both start nothing and both only say where
 * clients are to go; a module of its own would keep no library out.
 */
@NullMarked
package org.bumpless.pep.direct;

import org.jspecify.annotations.NullMarked;
