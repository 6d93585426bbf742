/**
 * The audit trail of the reference product: who was let in, how far, until when, and why a session
 * ended.
 *
 * <p>Sessions only put a record into a bounded queue. What does not fit is counted and the count is
 * written; a full disk never delays the plant.
 */
@NullMarked
package org.bumpless.pep.reference.audit;

import org.jspecify.annotations.NullMarked;
