/** Which tag lies at which byte of which memory area, as the plant file says. */
@NullMarked
package org.bumpless.endpoint.s7.mapping;

import org.jspecify.annotations.NullMarked;
