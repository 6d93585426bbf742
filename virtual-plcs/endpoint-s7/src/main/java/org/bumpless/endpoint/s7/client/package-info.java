/**
 * The client with which the bench measures and attacks over S7comm; it has no PLC4X in it, whose
 * cost would hide the product's.
 */
@NullMarked
package org.bumpless.endpoint.s7.client;

import org.jspecify.annotations.NullMarked;
