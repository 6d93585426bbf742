/**
 * How a client gets from what it dials to where its protocol begins: straight, or by asking a
 * product for the way.
 *
 * <p>A protocol client knows nothing of it. Whatever the way is, there are one deadline over all of
 * it, one socket to speak on, and nothing that stays open when it does not come about.
 */
@NullMarked
package org.bumpless.plc.passage;

import org.jspecify.annotations.NullMarked;
