package org.bumpless.runner.st;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.bumpless.plc.st.run.ProcessMemory;
import org.bumpless.plc.st.run.ProgramFault;
import org.bumpless.plc.st.run.SeparatePlaces;
import org.bumpless.plc.st.run.StInstance;
import org.bumpless.plc.st.run.StProgram;
import org.bumpless.plc.st.type.Type;
import org.bumpless.runner.InputException;

/** Scans a program and shows its variables; scans in which nothing of it changes are left out. */
public final class ScanTable {
  private static final int COLUMNS_MAX = 8;
  private static final int WIDTH_MIN = 10;
  private static final double MILLIS = 1e6;

  private final StProgram program;
  private final InputScript inputs;
  private final PrintWriter out;

  public ScanTable(StProgram program, InputScript inputs, PrintWriter out) {
    this.program = program;
    this.inputs = inputs;
    this.out = out;
  }

  /**
   * Scans.
   *
   * @param watched names of variables; empty for the first of them
   * @return whether it came to its end without a fault
   * @throws InputException if there is no variable of one of the names
   */
  public boolean scan(int scans, Duration period, List<String> watched) {
    ProcessMemory memory = new SeparatePlaces();
    StInstance instance = program.start(memory);
    List<String> columns = columns(instance.shown(), watched);
    List<Optional<Type>> types = columns.stream().map(instance::type).toList();
    List<Integer> widths =
        columns.stream().map(name -> Math.max(WIDTH_MIN, name.length())).toList();
    out.println(row("scan", "ms", columns, widths));
    List<String> last = List.of();
    for (int scan = 0; scan < scans; scan++) {
      inputs.before(scan, instance, memory);
      long now = scan * period.toNanos();
      try {
        instance.scan(now);
      } catch (ProgramFault fault) {
        out.println("fault in scan " + scan + ": " + fault.getMessage());
        return false;
      }
      List<String> values = values(instance.shown(), columns, types);
      if (!values.equals(last) || scan == scans - 1) {
        out.println(
            row(
                Integer.toString(scan),
                String.format(Locale.ROOT, "%.0f", now / MILLIS),
                values,
                widths));
      }
      last = values;
    }
    return true;
  }

  private static List<String> columns(SortedMap<String, Object> all, List<String> watched) {
    if (watched.isEmpty()) {
      return all.keySet().stream().limit(COLUMNS_MAX).toList();
    }
    List<String> columns = new ArrayList<>();
    for (String name : watched) {
      String upper = name.replace(" ", "").toUpperCase(Locale.ROOT);
      columns.add(
          all.keySet().stream()
              .filter(known -> known.equals(upper) || known.endsWith("." + upper))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InputException(
                          "--watch: found no variable %s; there are %s"
                              .formatted(name, String.join(", ", all.keySet())))));
    }
    return columns;
  }

  private static List<String> values(
      Map<String, Object> all, List<String> columns, List<Optional<Type>> types) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      values.add(ShownValue.text(types.get(i), all.getOrDefault(columns.get(i), "")));
    }
    return values;
  }

  private static String row(String scan, String time, List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder("%6s %8s".formatted(scan, time));
    for (int i = 0; i < cells.size(); i++) {
      line.append("  ").append(("%" + widths.get(i) + "s").formatted(cells.get(i)));
    }
    return line.toString();
  }
}
