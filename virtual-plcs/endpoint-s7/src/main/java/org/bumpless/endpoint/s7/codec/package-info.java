/**
 * Packets of S7comm as requests and answers. PLC4X's generated classes are behind {@link
 * org.bumpless.endpoint.s7.codec.S7Codec} and nowhere else: its next major release moves them.
 */
@NullMarked
package org.bumpless.endpoint.s7.codec;

import org.jspecify.annotations.NullMarked;
