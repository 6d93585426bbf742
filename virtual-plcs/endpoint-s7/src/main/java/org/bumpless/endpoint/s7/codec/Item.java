package org.bumpless.endpoint.s7.codec;

import java.util.Optional;

/**
 * One of the places that a request names.
 *
 * @param range empty if it is of an area that controllers of the bench do not have
 */
public record Item(Optional<Range> range) {}
