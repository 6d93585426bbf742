/** Products in virtual time: what they decide, without sockets and frames. */
@NullMarked
package org.bumpless.adapter.logical;

import org.jspecify.annotations.NullMarked;
