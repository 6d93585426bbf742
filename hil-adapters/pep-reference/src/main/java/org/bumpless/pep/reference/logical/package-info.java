/**
 * The reference product in virtual time: the same certificate check, facts, decisions, island mode
 * and re-evaluation as on the wire, asked operation by operation.
 */
@NullMarked
package org.bumpless.pep.reference.logical;

import org.jspecify.annotations.NullMarked;
