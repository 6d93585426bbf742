/**
 * How a byte stream becomes messages, and what may happen to each of them.
 *
 * <p>A TCP stream has no message boundaries, so nothing here may depend on how it was cut: {@link
 * org.bumpless.pep.reference.frames.FrameSplitter} finds the messages, a {@link
 * org.bumpless.pep.reference.frames.FrameGuard} judges each of them, and a {@link
 * org.bumpless.pep.reference.frames.Relay} carries the judgement out. Nothing is allocated for a
 * message that passes: this is the path whose latency the plant feels.
 */
@NullMarked
package org.bumpless.pep.reference.frames;

import org.jspecify.annotations.NullMarked;
