/**
 * The composition root: what every part of it throws when somebody's input or something on the host
 * does not do. The command is in {@link org.bumpless.runner.cli}.
 */
@NullMarked
package org.bumpless.runner;

import org.jspecify.annotations.NullMarked;
