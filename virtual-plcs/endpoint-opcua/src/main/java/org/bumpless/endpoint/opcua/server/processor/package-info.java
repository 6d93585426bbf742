/**
 * What an engineering station does to a controller over OPC UA: its mode by methods, its program as
 * a temporary file (OPC 10000-20, 4.4).
 *
 * <p>A station calls {@code GenerateFileForWrite}, writes the text to the file that it is given,
 * and calls {@code CloseAndCommit}: only then does the controller take the program, between two
 * scans, and the answer tells whether it did. {@code GenerateFileForRead} is the upload. Files live
 * in memory, belong to one session each, and never become more than a handful.
 */
@NullMarked
package org.bumpless.endpoint.opcua.server.processor;

import org.jspecify.annotations.NullMarked;
