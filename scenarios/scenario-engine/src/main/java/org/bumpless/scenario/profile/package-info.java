/**
 * What a product is certified against and how long that may take, as a {@code profile.yaml} says.
 */
@NullMarked
package org.bumpless.scenario.profile;

import org.jspecify.annotations.NullMarked;
