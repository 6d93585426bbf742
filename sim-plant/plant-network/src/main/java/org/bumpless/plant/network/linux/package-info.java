/** What of Linux the fabric needs and Java has no words for. */
@NullMarked
package org.bumpless.plant.network.linux;

import org.jspecify.annotations.NullMarked;
