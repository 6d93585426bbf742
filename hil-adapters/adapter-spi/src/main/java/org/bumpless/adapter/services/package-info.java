/**
 * What the plant keeps for every product: certificates, people and their posture, change tickets.
 *
 * <p>The bench changes these facts; a product reads them over HTTP like any other client.
 */
@NullMarked
package org.bumpless.adapter.services;

import org.jspecify.annotations.NullMarked;
