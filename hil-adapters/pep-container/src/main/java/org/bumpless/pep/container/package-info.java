/**
 * A product that the bench starts as a container of podman or docker.
 *
 * <p>The container stands where the product stands: its network is that of the product's place, so
 * that it has the product's legs, addresses and ports themselves and nothing of the engine's own
 * network lies in the way of what is measured. For the same reason no ports are published: on the
 * loopback fabric a container behind published ports could not reach the controllers, whose
 * addresses are loopback addresses too.
 *
 * <p>It is made, started and removed by Testcontainers, in a program of its own at that place
 * ({@link org.bumpless.pep.container.foreground}), which stays in the foreground: so a container is
 * a product in a process for the rest ({@link org.bumpless.pep.process.ProcessProvider}). What
 * differs: signals go to the first process in the container, and the container outlives the
 * program, so it is also stopped and removed by name, by the engine's command, and by a {@link
 * org.bumpless.pep.process.Keeper} when the bench is killed.
 *
 * <p>Images are never fetched. Where the engine has none of the name, one can be made of programs
 * and files of this host, of what a command leaves, and of the libraries that they load. It carries
 * a mark of what it was made of, so that a program that was built anew is not run from an old
 * image.
 */
@NullMarked
package org.bumpless.pep.container;

import org.jspecify.annotations.NullMarked;
