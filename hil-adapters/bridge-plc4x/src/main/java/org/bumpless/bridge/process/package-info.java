/**
 * A bridge in a process of its own, and the bench's end of it.
 *
 * <p>Why a process: it is the dead-man's switch. A bench that is killed cannot bring anything back,
 * and a keeper beside the bench could not stop a bench that wakes up again from writing once more.
 * Here only the keeper can write at all: it holds the connection, the guard and the log, and the
 * bench has nothing but a pipe to it. With the pipe, or the beats on it, the bench loses its say
 * for good. Also the threads of PLC4X, some of which outlive their connections, end with this
 * process, and a driver that hangs can be let go.
 *
 * <p>If this process itself is killed, the bench starts another, which reads the log and brings
 * back what is open. If both are killed, the log in the run's folder says what the values were.
 */
@NullMarked
package org.bumpless.bridge.process;

import org.jspecify.annotations.NullMarked;
