/**
 * The historian that records into an SQLite file, which {@code sqlite3} and every spreadsheet
 * program can open.
 *
 * <p>It stores by exception, as historians do: a sample goes into the file when it lies outside of
 * the tag's dead band around the last stored one, when its quality changes, and at least every ten
 * seconds. The file has a largest number of samples; beyond it the oldest go.
 *
 * <p>The polling threads hand their polls over a bounded queue and never wait. One thread of the
 * historian's own takes them out four times a second and writes them in one transaction. While it
 * records, the file is in WAL mode, so that readers do not stop it; at the end the WAL is folded in
 * and one plain file is left. A killed run leaves the WAL beside it, and SQLite reads both.
 */
@NullMarked
package org.bumpless.historian.sqlite;

import org.jspecify.annotations.NullMarked;
