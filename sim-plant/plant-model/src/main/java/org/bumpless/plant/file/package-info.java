/**
 * The files that people write: YAML in, records or located problems out.
 *
 * <p>Whoever edits a plant file should mend it in one go, so a reader never stops at the first
 * fault. Three passes share one collection of problems: the YAML itself (a tree in which every key
 * and value knows its line and column), the JSON Schema (shape, spelling, ranges), and the meaning
 * (references, addresses, ways through the plant). A later pass works with whatever the earlier
 * ones left usable and stays silent about the rest, so one fault is told once.
 *
 * <p>The YAML tree is built from parser events instead of SnakeYAML's object graph: places, limits
 * on depth and aliases, and the YAML 1.2 core schema (a plain {@code no} is text, {@code 1:30} is
 * not 90) then are ours. {@link org.bumpless.plant.file.YamlFile}, {@link
 * org.bumpless.plant.file.DocumentSchema} and {@link org.bumpless.plant.file.Section} serve other
 * kinds of files as well; {@link org.bumpless.plant.file.PlantFile} is the one of the plant.
 */
@NullMarked
package org.bumpless.plant.file;

import org.jspecify.annotations.NullMarked;
