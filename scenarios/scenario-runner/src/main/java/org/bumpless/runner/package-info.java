/** The composition root: the command {@code bumpless}. */
@NullMarked
package org.bumpless.runner;

import org.jspecify.annotations.NullMarked;
