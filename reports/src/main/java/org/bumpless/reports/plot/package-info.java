/**
 * Plots as SVG text, drawn here and not in the browser: they are there without a script, in print
 * and in a CI system that forbids scripts, and the same run gives the same picture.
 *
 * <p>Colours are classes that the page's style sheet gives a light and a dark value. What a plot
 * says is also said in words: each has a label for screen readers, and its figures stand in a table
 * beside it. The page's script only reads values back from the lines; for that an image carries its
 * scales as {@code data-} attributes.
 */
@NullMarked
package org.bumpless.reports.plot;

import org.jspecify.annotations.NullMarked;
