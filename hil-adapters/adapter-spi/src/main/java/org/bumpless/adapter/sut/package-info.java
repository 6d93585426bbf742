/** A system under test as its {@code sut.yaml} describes it, and how that file is read. */
@NullMarked
package org.bumpless.adapter.sut;

import org.jspecify.annotations.NullMarked;
