/**
 * A program of which everything is known: what each name means, which type each value has, and
 * where a value becomes one of another type. What is here can be carried out as it stands.
 */
@NullMarked
package org.bumpless.plc.st.typed;

import org.jspecify.annotations.NullMarked;
