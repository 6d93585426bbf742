/**
 * Policy decisions by Open Policy Agent, asked over its Data API.
 *
 * <p>The input is an AuthZEN access evaluation request, as {@link
 * org.bumpless.pdp.authzen.AuthzenJson} writes it, so that a policy author has one form to learn.
 * The result is a boolean, or a decision object:
 *
 * <pre>{@code
 * POST /v1/data/plant/decision
 * {"input": {"subject": ..., "action": ..., "resource": ..., "context": ...}}
 *
 * 200 {"result": true}
 * 200 {"result": {"allow": false, "reasons": ["the change window has closed"]}}
 * 200 {"result": {"allow": true, "until": "2026-03-01T08:00:05Z"}}
 * 200 {}
 * }</pre>
 *
 * <p>The last answer is OPA's word for undefined: no such rule, no policy loaded, or an input that
 * the policy does not understand. That is no denial, even if the rule is called {@code allow}.
 */
@NullMarked
package org.bumpless.pdp.opa;

import org.jspecify.annotations.NullMarked;
