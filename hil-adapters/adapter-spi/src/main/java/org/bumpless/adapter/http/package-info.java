/**
 * The small HTTP server behind everything that the bench serves to products: decisions, identities,
 * tickets.
 *
 * <p>It is the JDK's own server with bounds around it, so that no adapter brings a web framework
 * onto the class path of the plant. Loopback and bench addresses only; it speaks no TLS.
 */
@NullMarked
package org.bumpless.adapter.http;

import org.jspecify.annotations.NullMarked;
