package org.bumpless.runner.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bumpless.plant.model.ModbusAddress.Table;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Protocol;
import org.bumpless.plant.model.Tag;
import org.bumpless.plant.model.TagType;
import org.bumpless.runner.bench.Enterable;
import org.bumpless.runner.bench.Served;

/** The addresses of a running plant, as a person wants to read them. */
final class AddressTable {
  private static final List<String> HEAD = List.of("ASSET", "ZONE", "PROTOCOL", "ADDRESS", "");

  private AddressTable() {}

  /** One line for each port, below a head, in columns. */
  static List<String> lines(List<Served> served) {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    served.forEach(s -> rows.add(row(s)));
    return Columns.of(rows);
  }

  private static List<String> row(Served served) {
    return List.of(
        served.controller().id().value(),
        served.controller().zone().value(),
        served.spec().protocol().id(),
        address(served) + ":" + served.address().getPort(),
        served.reach());
  }

  private static String address(Served served) {
    return served.address().getAddress().getHostAddress();
  }

  /** One line for each host that can be entered, below a head, in columns. */
  static List<String> hosts(List<Enterable> hosts) {
    List<List<String>> rows =
        new ArrayList<>(List.of(List.of("HOST", "ZONE", "ADDRESS", "RUN ON IT")));
    hosts.forEach(
        h ->
            rows.add(
                List.of(
                    h.asset().id().value(),
                    h.asset().zone().value(),
                    h.address().getHostAddress(),
                    h.entry() + " PROGRAM")));
    return Columns.of(rows);
  }

  /**
   * A command that reads a tag with the Modbus program of Debian, if the plant has such a tag; from
   * a station that polls the controller, where hosts have networks of their own.
   */
  static Optional<String> example(Plant plant, List<Served> served, List<Enterable> hosts) {
    return example(served)
        .map(
            e ->
                plant.flows().stream()
                        .filter(f -> e.served().controller().id().equals(f.server()))
                        .filter(f -> f.period().isPresent())
                        .flatMap(f -> hosts.stream().filter(h -> h.asset().id().equals(f.client())))
                        .findFirst()
                        .map(h -> h.entry() + " ")
                        .orElse("")
                    + e.line());
  }

  private static Optional<Example> example(List<Served> served) {
    return served.stream()
        .filter(s -> s.spec().protocol().equals(Protocol.MODBUS_TCP))
        .flatMap(s -> s.controller().tags().stream().flatMap(t -> example(s, t).stream()))
        .findFirst();
  }

  private static Optional<Example> example(Served served, Tag tag) {
    return tag.modbus()
        .filter(m -> m.table() == Table.INPUT_REGISTER && tag.type() == TagType.REAL)
        .map(
            m ->
                new Example(
                    served,
                    "mbpoll -m tcp -1 -0 -B -a %d -t 3:float -r %d -p %d %s   # %s, %s"
                        .formatted(
                            served.spec().unit(),
                            m.offset(),
                            served.address().getPort(),
                            address(served),
                            tag.id(),
                            tag.title())));
  }

  /** A command line that reads something of what is served. */
  private record Example(Served served, String line) {}
}
