package org.bumpless.plc.st.tree;

/**
 * A place in a program's text.
 *
 * @param line from 1
 * @param column from 1
 * @param text what stands there
 */
public record Spot(int line, int column, String text) {}
