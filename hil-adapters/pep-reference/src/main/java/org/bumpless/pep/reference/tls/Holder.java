package org.bumpless.pep.reference.tls;

import java.math.BigInteger;
import java.time.Instant;

/**
 * Who a client has proved to be.
 *
 * @param spiffeId from the URI in the subject alternative name
 * @param serial of the certificate
 * @param validUntil last moment at which the certificate counts
 */
public record Holder(String spiffeId, BigInteger serial, Instant validUntil) {}
