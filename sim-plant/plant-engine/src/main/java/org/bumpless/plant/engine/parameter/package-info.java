/** What a plant file may say of a piece of equipment, and how it is read: once for all models. */
@NullMarked
package org.bumpless.plant.engine.parameter;

import org.jspecify.annotations.NullMarked;
