/**
 * A product that runs already, put there by somebody else: an appliance, or a program that a person
 * has started.
 *
 * <p>The bench tells clients where it is and looks once whether it answers. It is never stopped,
 * restarted or configured from here, so its end cannot be told from outside either: what is wrong
 * with it shows in the plant.
 */
@NullMarked
package org.bumpless.pep.external;

import org.jspecify.annotations.NullMarked;
