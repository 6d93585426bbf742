/**
 * The command line (DESIGN section 7): reads arguments and files, says what happened, and sets the
 * exit code.
 */
@NullMarked
package org.bumpless.runner.cli;

import org.jspecify.annotations.NullMarked;
