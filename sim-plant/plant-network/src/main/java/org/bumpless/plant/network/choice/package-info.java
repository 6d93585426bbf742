/** Which fabric a run gets, and the making of it. */
@NullMarked
package org.bumpless.plant.network.choice;

import org.jspecify.annotations.NullMarked;
