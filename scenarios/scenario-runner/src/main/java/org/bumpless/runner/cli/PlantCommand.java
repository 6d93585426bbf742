package org.bumpless.runner.cli;

import picocli.CommandLine.Command;

/** {@code bumpless plant}: a plant without a product. */
@Command(
    name = "plant",
    description = "Runs a plant without a product.",
    subcommands = PlantUpCommand.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class PlantCommand extends CommandGroup {}
