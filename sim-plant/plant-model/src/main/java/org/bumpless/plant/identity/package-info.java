/**
 * Keys and certificates as plain JDK types, so that endpoints, clients and adapters share them
 * without a PKI library.
 */
@NullMarked
package org.bumpless.plant.identity;

import org.jspecify.annotations.NullMarked;
