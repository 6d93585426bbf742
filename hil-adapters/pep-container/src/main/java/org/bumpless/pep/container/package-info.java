/**
 * A product that the bench starts as a container of podman or docker.
 *
 * <p>The container stands where the product stands: its network is that of the product's place, so
 * that it has the product's legs, addresses and ports themselves and nothing of the engine's own
 * network lies in the way of what is measured. That is why the engine's command is used, started at
 * that place, and not the engine's API: {@code podman} joins the network of whoever calls it, and a
 * container of a service joins that of the service, which was started before there was a plant. For
 * the same reason no ports are published: on the loopback fabric a container behind published ports
 * could not reach the controllers, whose addresses are loopback addresses too.
 *
 * <p>Testcontainers is not used for it so far: it speaks to an engine's service, which would have
 * to be started at the product's place for each run, while it keeps one connection for the whole
 * JVM; its clean-up needs an image that it fetches.
 *
 * <p>The command stays in the foreground and passes signals on, so that for the rest a container is
 * a product in a process ({@link org.bumpless.pep.process.ProcessProvider}). What differs is its
 * end: the container outlives the command, so it is stopped and removed by name, also when the
 * start fails, and by a {@link org.bumpless.pep.process.Keeper} when the bench is killed.
 *
 * <p>Images are never fetched. Where the engine has none of the name, one can be made of programs
 * and files of this host, of what a command leaves, and of the libraries that they load. It carries
 * a mark of what it was made of, so that a program that was built anew is not run from an old
 * image.
 */
@NullMarked
package org.bumpless.pep.container;

import org.jspecify.annotations.NullMarked;
