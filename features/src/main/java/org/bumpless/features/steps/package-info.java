/**
 * The sentences of the feature files, by what they speak of: people, acts, plant, stations, time.
 */
@NullMarked
package org.bumpless.features.steps;

import org.jspecify.annotations.NullMarked;
