/**
 * The two-phase reactor: a vessel in which the gases A and C become the liquid D while the inert B
 * gathers, a reduced form of the Tennessee Eastman problem that many teaching test beds are built
 * on.
 *
 * <p>Source of equations, constants and base case: N. L. Ricker, Model predictive control of a
 * continuous, nonlinear, two-phase reactor, Journal of Process Control 3 (1993) 109-123, with the
 * author's own programs for it (directory "simplified TE process" of his archive at the University
 * of Washington: {@code te_4_ss.m} for valve constants and steady state, the PI script for start
 * values and loops). The paper's balances: feed 1 brings A, B and C, feed 2 pure A; the gas is
 * ideal and of one composition, the purge takes it out; D does not evaporate and is all of the
 * liquid; valves lag behind their commands by 10 s; flows of the two feeds are proportional to the
 * valve, those of purge and product to the root of the pressure above 100 kPa as well; the analyser
 * of the purge shows its last sample but one.
 *
 * <p>Ours, not the paper's: the safety system's instruments and final elements, noise, the relief
 * line, what happens to a vessel that bursts (at the 3200 kPa at which the test bed GRFICS blows
 * up), the overflow of liquid, and {@code timeFactor}: hours are too long for a bench, so a vessel
 * may be that many times smaller at the same flows.
 *
 * <p>Integrated by Euler steps of 10 ms: a thousandth of the quickest time constant, and the flows
 * that are shown are the flows that were used, so that balances hold to rounding.
 */
@NullMarked
package org.bumpless.plant.engine.reactor;

import org.jspecify.annotations.NullMarked;
