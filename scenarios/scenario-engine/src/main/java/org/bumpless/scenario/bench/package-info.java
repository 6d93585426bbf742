/**
 * The running bench as scenarios use it: who calls whom through the product, what the plant's
 * services say, how the stations fare.
 *
 * <p>Interfaces only: the glue of the features and the checkers work against these and know neither
 * a protocol library nor a product; {@code scenario-runner} puts the real things behind them.
 */
@NullMarked
package org.bumpless.scenario.bench;

import org.jspecify.annotations.NullMarked;
