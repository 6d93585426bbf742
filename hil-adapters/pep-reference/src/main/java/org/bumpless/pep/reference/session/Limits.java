package org.bumpless.pep.reference.session;

import java.time.Duration;

/**
 * What sessions may take of the host, and how often they are judged anew.
 *
 * @param sessionsMax connections at once, in handshake or open
 * @param reevaluate longest time between two judgements of an open session
 * @param handshakeMax from the connection to the end of the TLS handshake
 * @param dialMax for the connection to the controller
 */
public record Limits(
    int sessionsMax, Duration reevaluate, Duration handshakeMax, Duration dialMax) {}
