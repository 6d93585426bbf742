/**
 * Two runs against each other: whether anything has changed, said by intervals and never by two
 * numbers of which one is larger.
 */
@NullMarked
package org.bumpless.reports.compare;

import org.jspecify.annotations.NullMarked;
