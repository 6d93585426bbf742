package org.bumpless.historian.sqlite;

/**
 * One value of one tag at one moment.
 *
 * @param tag number of the tag in the database
 * @param nanos bench time at which the answer was there
 * @param value NaN if there is none
 */
record Sample(int tag, long nanos, double value, Quality quality) {}
