/**
 * A policy decision point (NIST SP 800-207) and the question it is asked, after OpenID AuthZEN 1.0:
 * subject, action, resource, context, decision.
 */
@NullMarked
package org.bumpless.adapter.pdp;

import org.jspecify.annotations.NullMarked;
