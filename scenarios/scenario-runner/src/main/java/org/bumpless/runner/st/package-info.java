/** Tries programs in Structured Text at a terminal: no plant, no network, just scans. */
@NullMarked
package org.bumpless.runner.st;

import org.jspecify.annotations.NullMarked;
