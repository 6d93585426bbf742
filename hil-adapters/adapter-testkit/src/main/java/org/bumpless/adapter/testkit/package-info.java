/**
 * What every adapter must keep to, as abstract JUnit classes: an adapter adds one subclass for each
 * interface that it implements.
 *
 * <p>Each rule has an id in the name of its test, so that a report says which rule an adapter
 * breaks. The contracts are tested themselves: this module's own tests run them against a double
 * that does nothing, which must pass, and against doubles that are broken on purpose, each of which
 * must be caught by the rule that it breaks.
 *
 * <p>The site that products are attached to is as small as it can be and still have all that a
 * product is told: two conduits with a product in them, two controllers that echo what they get,
 * and the plant's own services, found by {@link java.util.ServiceLoader}. An adapter's test needs
 * {@code plant-services} on its class path.
 */
@NullMarked
package org.bumpless.adapter.testkit;

import org.jspecify.annotations.NullMarked;
