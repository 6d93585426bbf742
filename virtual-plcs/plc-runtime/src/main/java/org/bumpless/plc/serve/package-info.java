/** What the servers of all protocols on TCP have in common. */
@NullMarked
package org.bumpless.plc.serve;

import org.jspecify.annotations.NullMarked;
