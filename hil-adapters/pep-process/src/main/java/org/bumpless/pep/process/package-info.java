/**
 * A product that the bench starts as a process: its own program with its own configuration, which
 * is rendered from templates and the site pack.
 *
 * <p>The adapter is never in the data path. It fills in the templates (Mustache, no logic), writes
 * certificates, starts the program in the product's run folder, waits until every door is open,
 * keeps what it prints, and stops it.
 *
 * <p>Nothing of a product may outlive the bench, however either of them ends:
 *
 * <ul>
 *   <li>An orderly end: TERM to the program, then KILL to all that is left of it after its time.
 *       What belongs to a product is found by process group, session, parentage and a mark in its
 *       environment, because a worker whose parent has gone is nobody's child any more, and a
 *       daemon leaves its session on purpose.
 *   <li>Ctrl-C reaches every process of the terminal's foreground group at once. A product that
 *       died of it before the bench has stopped the plant would look like a failure, so it gets a
 *       session of its own ({@code setsid}).
 *   <li>SIGKILL of the bench's JVM leaves no time for anything, so the kernel has to act. {@code
 *       setpriv --pdeathsig KILL} has it kill the program when its parent dies. The kernel takes
 *       the parent <em>thread</em> for the parent (prctl(2), PR_SET_PDEATHSIG), so the thread that
 *       starts a product lives until the product has ended: it is the one that reads what the
 *       product prints. The setting is not inherited, so that the program's own children need
 *       something more: a shell in a session of its own that reads from a pipe of which the bench
 *       holds the other end, and kills the product's process group when it reads the end of it
 *       ({@link org.bumpless.pep.process.Keeper}).
 * </ul>
 *
 * <p>{@code setsid} and {@code setpriv} are part of util-linux, which every Debian has. Where they
 * are missing a product is started without them and lives as long as an orderly end of the bench
 * lets it.
 */
@NullMarked
package org.bumpless.pep.process;

import org.jspecify.annotations.NullMarked;
