/**
 * Policy decisions for proxies that speak Envoy's external authorization, v3, over gRPC.
 *
 * <p>A proxy says who wants to go where, and the plant's records fill in the rest:
 *
 * <ul>
 *   <li>{@code attributes.source.principal}: the SPIFFE id of the certificate that the proxy has
 *       found good;
 *   <li>{@code attributes.destination.address}: a door of the product or the controller behind it,
 *       which says asset and protocol;
 *   <li>{@code attributes.context_extensions}, all optional: {@code asset} in the place of an
 *       address; {@code protocol}; {@code action}, {@code read} or {@code write}. Who opens a way
 *       without saying for what may write through it, so {@code write} is asked for.
 * </ul>
 *
 * <p>A permit is {@code OK}, with its end as {@code until} in the dynamic metadata. A denial is
 * {@code PERMISSION_DENIED} with the reason, for HTTP as a 403. Where there is no decision the call
 * itself fails with {@code UNAVAILABLE}, and a request that cannot be understood with {@code
 * INVALID_ARGUMENT}: what a proxy does then is its own declared failure mode, not a denial of ours.
 */
@NullMarked
package org.bumpless.pdp.extauthz;

import org.jspecify.annotations.NullMarked;
