/**
 * A drum boiler with natural circulation and a gas-fired furnace, and what its level control, its
 * combustion control and its burner management have to hold.
 *
 * <p>Water side: the fourth-order model of K. J. Astrom and R. D. Bell, Drum-boiler dynamics,
 * Automatica 36 (2000) 363-378, for its unit P16-G16. States are drum pressure, volume of water,
 * quality of the steam at the risers' end, and volume of steam under the level; the level swells
 * when pressure falls and shrinks when feedwater comes, as real ones do. Volumes, masses, friction
 * and bubble parameters, and the base case (8.5 MPa, 50.42 kg/s, 85.9 MW, feedwater of 241.87 degC,
 * quality 0.051, 4.9 m3 of steam under the level, 7.66 m3 without condensation, 1194.5 kg/s through
 * the downcomers) are read from Metroscope's modelling library (steam drum and its tests), which
 * has them from the paper. Ours is the downcomers' area: it is what gives that flow.
 *
 * <p>Saturated water and steam: the equations of IAPWS SR1-86(1992), tabulated at the start;
 * between the knots the table is a cubic that meets values and slopes, within 1e-6 of the
 * equations.
 *
 * <p>Fire side: ours, in the spirit of NFPA 85 (which asks for a purge of five changes of volume
 * before a light-off, a main flame within 10 s and two shut-off valves in series): fuel that is not
 * burnt gathers in the furnace and is carried off by air; a spark in too much of it ends the
 * furnace. Figures of methane: 17.2 kg of air and 50 MJ for each kg, explosive from 5 % by volume.
 *
 * <p>Internal steps of 10 ms: the drum by Runge-Kutta, valves, fan and heat by their exact lags.
 */
@NullMarked
package org.bumpless.plant.engine.boiler;

import org.jspecify.annotations.NullMarked;
