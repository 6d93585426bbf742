/**
 * Decision conformance: what the reference policy means, the questions that tell policies apart,
 * and what the answers of a decision point are worth.
 *
 * <p>{@link org.bumpless.scenario.decision.PlantPolicy} states the meaning once, as a table: a row
 * for each kind of business that is permitted, a column for each {@link
 * org.bumpless.scenario.decision.Attribute}, the {@link org.bumpless.scenario.decision.Fact}s that
 * will do in each cell. Whatever fits no row is denied. From the same table come the questions
 * ({@link org.bumpless.scenario.decision.Questions}): around each row everything that differs from
 * it in one or two attributes, which holds every pair of facts there is, and a draw of others by
 * seed. {@link org.bumpless.scenario.decision.Rule}s are stated apart from the table, so that a
 * mistake in the table does not hide behind itself.
 *
 * <p>It stands here and not with the adapters because it judges: a decision point reports what it
 * decides, and only checkers say whether that was right. It is pure; whoever runs it brings the
 * decision point, the plant's names and the moment.
 */
@NullMarked
package org.bumpless.scenario.decision;

import org.jspecify.annotations.NullMarked;
