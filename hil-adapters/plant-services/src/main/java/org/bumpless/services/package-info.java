/**
 * The plant's own services for one run: certificate authority, directory with device posture,
 * change tickets.
 *
 * <p><b>Certificates.</b> One root signs everything, without intermediates: a plant CA of the size
 * that sites run. The root is RSA 2048, because OPC UA's Basic256Sha256 policy wants RSA with
 * SHA-256 through the whole chain (OPC UA Part 7, security policy Basic256Sha256). Leaves are EC
 * P-256 with a key of their own; leaves with an OPC UA application URI are RSA 2048 (same policy)
 * and share a small pool of keys per run, since an RSA key takes about 0.1 s to make and a plant
 * has dozens of controllers. Sharing is invisible on the wire: names and serial numbers differ, and
 * nobody in the bench looks for a controller by its key. Keys and certificates live in memory and
 * end with the run. There is no revocation list: certificates are short-lived instead.
 *
 * <p><b>HTTP.</b> What the bench puts into the directory and the tickets is seen by the next
 * request; there is no cache. Instants are RFC 3339 in UTC.
 *
 * <p>{@code GET /v1/subjects?id=SPIFFE_ID}: 404 if the directory does not know the id, else 200 and
 *
 * <pre>{@code
 * {"id": "spiffe://tank-farm/person/anna", "kind": "person", "mfa": true,
 *  "groups": ["controls-engineering"], "role": "lead-engineer", "device": "EWS-1",
 *  "edrHealthy": true}
 * }</pre>
 *
 * <p>{@code kind} is {@code person}, {@code workload} or {@code unknown}; {@code role} is empty if
 * there is none.
 *
 * <p>{@code GET /v1/tickets?subject=SPIFFE_ID&asset=ASSET_ID}: 200 and the tickets that name both,
 * whether their window is open or not, by id:
 *
 * <pre>{@code
 * [{"id": "CHG-1", "opens": "2026-03-01T08:00:00Z", "closes": "2026-03-01T09:00:00Z",
 *   "assets": ["LIC-101"]}]
 * }</pre>
 *
 * <p>A parameter that is missing, empty, unknown, given twice or malformed: 400 and {@code
 * {"error": "..."}}. The window opens inclusively and closes exclusively.
 */
@NullMarked
package org.bumpless.services;

import org.jspecify.annotations.NullMarked;
