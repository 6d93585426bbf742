/**
 * Who is there: certificates of clients, checked by the product itself and not only by its TLS
 * library.
 *
 * <p>The same check runs inside the handshake, where it makes for a proper alert, and again on what
 * the handshake brought: a resumed TLS session never shows its certificate to a trust manager, and
 * it may have expired since.
 */
@NullMarked
package org.bumpless.pep.reference.tls;

import org.jspecify.annotations.NullMarked;
