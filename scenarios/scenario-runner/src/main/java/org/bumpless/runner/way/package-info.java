/**
 * The search for ways past the product: every host knocks at every other. All knocks are under way
 * at once; who came is read from the kernel of the host that was knocked at.
 */
@NullMarked
package org.bumpless.runner.way;

import org.jspecify.annotations.NullMarked;
