package org.bumpless.plc.cpu;

import org.bumpless.plant.model.KeySwitch;
import org.bumpless.plant.model.OperatingMode;
import org.bumpless.plant.model.ProgramText;

/**
 * A controller's processor at one moment.
 *
 * @param program what is loaded
 * @param fault why it is in FAULT, in words; empty if it is not
 * @param forced inputs and outputs that are held at a value, in words; empty if none
 * @param overruns scans that began later than a whole period after they were due
 */
public record CpuState(
    OperatingMode mode,
    KeySwitch key,
    ProgramText program,
    String fault,
    String forced,
    long overruns) {}
