package org.bumpless.runner.cli;

import picocli.CommandLine.Command;

/** {@code bumpless st}: programs in Structured Text, without a plant. */
@Command(
    name = "st",
    description = "Tries programs in Structured Text (IEC 61131-3), without a plant.",
    subcommands = StRunCommand.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class StCommand extends CommandGroup {}
