/**
 * Process models that a team brings along as an FMU: Functional Mock-up Interface 2.0 (Modelica
 * Association, 2014) for co-simulation, binary {@code linux64}.
 *
 * <p>An FMU is a zip: {@code modelDescription.xml} says which variables it has, a shared library
 * integrates them. The library runs inside the bench with the bench's rights, and what it crashes
 * is the bench. So {@link org.bumpless.plant.fmi.Calls} is the only class that calls it, and what
 * the description says is checked first.
 *
 * <p>Why no FMI library: FMI4j 0.38.0 hands {@code fmi2GetFMUstate} a pointer that it has not set,
 * which the FMU must take for a state to be overwritten (2.1.8), so that a snapshot ends the JVM; a
 * binary that cannot be loaded ends it too; entries of the zip are written outside of the folder;
 * and it brings Log4j 1 and two releases of JAXB along.
 */
@NullMarked
package org.bumpless.plant.fmi;

import org.jspecify.annotations.NullMarked;
