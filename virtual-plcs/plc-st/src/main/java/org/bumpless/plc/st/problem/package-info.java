/** What is wrong with a text that is no program, for whoever wrote it. */
@NullMarked
package org.bumpless.plc.st.problem;

import org.jspecify.annotations.NullMarked;
