/**
 * What several runs of the same say together. The unit is the run, not the request: two runs of a
 * JVM differ by more than the requests within one let expect (Kalibera and Jones, Rigorous
 * benchmarking in reasonable time, ISMM 2013), so requests are never thrown together.
 */
@NullMarked
package org.bumpless.scenario.pool;

import org.jspecify.annotations.NullMarked;
