/**
 * The program that holds a container in the foreground, by Testcontainers.
 *
 * <p>It is started at the product's place, and starts the engine's service there if the engine has
 * one to start: a container that a service makes has the network of that service. It gives what the
 * container prints, ends when the container ends, and with its exit code.
 *
 * <p>It is a process of its own, and not a part of the bench, because Testcontainers keeps one
 * connection to one engine for the life of a JVM, takes its settings from the environment, and
 * starts threads that it never ends; nor has an instrument that measures microseconds use for any
 * of that beside it.
 */
@NullMarked
package org.bumpless.pep.container.foreground;

import org.jspecify.annotations.NullMarked;
