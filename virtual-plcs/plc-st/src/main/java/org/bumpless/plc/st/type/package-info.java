/**
 * The types of IEC 61131-3 (6.4) with their exact ranges, and how each is carried by the JVM. An
 * unsigned number of 32 bits is carried by a {@code long}, so that it compares and divides as it
 * should; all others up to 32 bits by an {@code int}.
 */
@NullMarked
package org.bumpless.plc.st.type;

import org.jspecify.annotations.NullMarked;
