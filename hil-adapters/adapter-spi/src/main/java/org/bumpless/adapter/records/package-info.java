/**
 * What the plant keeps about people, stations and their tickets, gathered into a request for a
 * decision: for whoever is told no more than who wants to go where.
 */
@NullMarked
package org.bumpless.adapter.records;

import org.jspecify.annotations.NullMarked;
