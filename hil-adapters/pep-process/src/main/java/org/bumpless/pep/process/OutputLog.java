package org.bumpless.pep.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a product prints: all of it in a file up to a limit, its last lines in memory.
 *
 * <p>It reads on when the file is full or cannot be written: a product whose output nobody takes
 * would stand still.
 */
final class OutputLog {
  private static final String FILE = "output.log";
  private static final int LINES_MAX = 20;
  private static final int LINE_BYTES_MAX = 400;
  private static final int CHUNK = 8_192;

  private final Path file;
  private final long bytesMax;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final byte[] line = new byte[LINE_BYTES_MAX];
  private int lineLength;
  private String trouble = "";

  /**
   * @param folder where the file goes
   * @param bytesMax how much of the output is kept
   */
  OutputLog(Path folder, long bytesMax) {
    this.file = folder.resolve(FILE);
    this.bytesMax = bytesMax;
  }

  Path file() {
    return file;
  }

  /** Takes everything until the stream ends; a file that exists is continued. */
  void pump(InputStream in) {
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      pump(in, out);
    } catch (IOException e) {
      note("output of the product is not in " + file + ": " + e);
      drain(in);
    }
  }

  private void pump(InputStream in, OutputStream out) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long kept = Files.size(file);
    for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
      remember(chunk, length);
      if (kept < bytesMax) {
        int fits = (int) Math.min(length, bytesMax - kept);
        out.write(chunk, 0, fits);
        kept += fits;
        if (kept == bytesMax) {
          out.write(("\n(no more than " + bytesMax + " bytes are kept)\n").getBytes(charset()));
        }
      }
    }
  }

  private void drain(InputStream in) {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        remember(chunk, length);
      }
    } catch (IOException closed) {
      // The stream was closed under us because the product does not let go of it.
      note("its output was cut off");
    }
  }

  private static Charset charset() {
    return StandardCharsets.UTF_8;
  }

  private synchronized void note(String sentence) {
    trouble = sentence;
  }

  private synchronized void remember(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        endLine();
      } else if (lineLength < line.length) {
        line[lineLength++] = bytes[i];
      }
    }
  }

  private void endLine() {
    String text = text();
    lineLength = 0;
    if (!text.isBlank()) {
      if (lastLines.size() == LINES_MAX) {
        lastLines.removeFirst();
      }
      lastLines.addLast(text);
    }
  }

  private String text() {
    return new String(line, 0, lineLength, charset()).replaceAll("\\p{Cntrl}", " ").strip();
  }

  /** The last lines, oldest first, one text; says so if there is nothing. */
  synchronized String lastWords() {
    StringBuilder words = new StringBuilder();
    lastLines.forEach(l -> words.append(words.isEmpty() ? "" : "\n").append(l));
    String unfinished = text();
    if (!unfinished.isEmpty()) {
      words.append(words.isEmpty() ? "" : "\n").append(unfinished);
    }
    if (!trouble.isEmpty()) {
      words.append(words.isEmpty() ? "" : "\n").append('(').append(trouble).append(')');
    }
    return words.isEmpty() ? "(it printed nothing)" : words.toString();
  }
}
