/** What the programs have in common that stand for a product in the foreground. */
@NullMarked
package org.bumpless.adapter.program;

import org.jspecify.annotations.NullMarked;
