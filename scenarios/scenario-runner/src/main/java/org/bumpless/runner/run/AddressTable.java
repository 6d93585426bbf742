package org.bumpless.runner.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagType;
import org.bumpless.runner.bench.Served;

/** The addresses of a running plant, as a person wants to read them. */
final class AddressTable {
  private static final List<String> HEAD = List.of("ASSET", "ZONE", "PROTOCOL", "ADDRESS", "");

  private AddressTable() {}

  /** One line for each port, below a head, in columns. */
  static List<String> lines(List<Served> served) {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    served.forEach(s -> rows.add(row(s)));
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i)).repeat(' ', width(rows, i) + 2 - row.get(i).length());
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static List<String> row(Served served) {
    return List.of(
        served.controller().id().value(),
        served.controller().zone().value(),
        served.spec().protocol().id(),
        address(served) + ":" + served.address().getPort(),
        served.reach());
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String address(Served served) {
    return served.address().getAddress().getHostAddress();
  }

  /** A command that reads a tag with the Modbus program of Debian, if the plant has such a tag. */
  static Optional<String> example(List<Served> served) {
    return served.stream()
        .filter(s -> s.spec().protocol().equals(Protocol.MODBUS_TCP))
        .flatMap(s -> s.controller().tags().stream().flatMap(t -> example(s, t).stream()))
        .findFirst();
  }

  private static Optional<String> example(Served served, Tag tag) {
    return tag.modbus()
        .filter(m -> m.table() == Table.INPUT_REGISTER && tag.type() == TagType.REAL)
        .map(
            m ->
                "mbpoll -m tcp -1 -0 -B -a %d -t 3:float -r %d -p %d %s   # %s, %s"
                    .formatted(
                        served.spec().unit(),
                        m.offset(),
                        served.address().getPort(),
                        address(served),
                        tag.id(),
                        tag.title()));
  }
}
