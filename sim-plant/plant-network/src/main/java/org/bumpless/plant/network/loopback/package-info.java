/** A fabric for hosts without network namespaces: one address of 127.0.0.0/8 for each asset. */
@NullMarked
package org.bumpless.plant.network.loopback;

import org.jspecify.annotations.NullMarked;
