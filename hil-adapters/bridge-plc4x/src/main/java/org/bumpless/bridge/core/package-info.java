/**
 * What a bridge does, apart from the protocol: polling, back-off, guard, the order of writes, the
 * recorded values and the lease of the bench. Pure: time, wire and log are handed in.
 *
 * <p>A write goes this way, one at a time: the tag and the interlock are read, the guard decides on
 * what was read just then, the write is put down on disk, then it is sent. If no answer comes, the
 * tag is read back over a new connection before the write is repeated: no write is lost, and none
 * is sent twice that has arrived once. If the tag then has a value that is neither the old nor the
 * new one, somebody else has written, and the write is given up.
 *
 * <p>The recorded values are those at the opening. Bringing them back asks neither the rate nor the
 * interlock: they are what the plant had before the bench came, and to leave a value of the test
 * behind is the accident that all this is against. Only what the bench has touched is brought back.
 */
@NullMarked
package org.bumpless.bridge.core;

import org.jspecify.annotations.NullMarked;
