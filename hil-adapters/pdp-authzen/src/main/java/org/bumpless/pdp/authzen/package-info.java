/**
 * Policy decisions over the OpenID AuthZEN Authorization API 1.0: a client that asks any PDP which
 * speaks it, and a service that puts any PDP behind it.
 *
 * <p>Both sides share one codec, {@link org.bumpless.pdp.authzen.AuthzenJson}. It is strict where
 * lenience could permit: a missing or mistyped attribute is an error and never takes a default, a
 * key that stands twice is an error, a decision is a JSON boolean or there is none. Members that
 * the codec does not know are ignored, as the API demands of receivers.
 *
 * <p>One evaluation, as it travels:
 *
 * <pre>{@code
 * POST /access/v1/evaluation
 * {"subject": {"type": "person", "id": "spiffe://tank-farm/person/anna",
 *              "properties": {"mfa": true, "svid_valid": true, "groups": ["controls-engineering"],
 *                             "role": "lead-engineer", "edr_healthy": true}},
 *  "action": {"name": "write"},
 *  "resource": {"type": "controller", "id": "LIC-101",
 *               "properties": {"level": "L1", "sl_target": "SL2"}},
 *  "context": {"time": "2026-03-01T08:00:00Z", "protocol": "modbus-tcp",
 *              "ticket": {"id": "CHG-1", "opens": "2026-03-01T07:00:00Z",
 *                         "closes": "2026-03-01T09:00:00Z"},
 *              "declared_flow": "none"}}
 *
 * 200 {"decision": true, "context": {"until": "2026-03-01T08:00:05Z"}}
 * 200 {"decision": false, "context": {"reason": "the change window is not open"}}
 * }</pre>
 *
 * <p>{@code subject.type} is {@code person}, {@code workload} or {@code unknown}; {@code ticket} is
 * left out if there is none; {@code declared_flow} is {@code none}, {@code reads} or {@code
 * reads_and_writes}. What a PDP cannot decide is HTTP 500, in a batch {@code "decision": false}
 * with {@code context.error}.
 */
@NullMarked
package org.bumpless.pdp.authzen;

import org.jspecify.annotations.NullMarked;
