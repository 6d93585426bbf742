package org.bumpless.pep.process;

import java.io.File;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bumpless.adapter.pep.Listener;
import org.bumpless.adapter.pep.PemFiles;
import org.bumpless.adapter.pep.SitePack;
import org.bumpless.adapter.sut.Sut;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Zone;

/** The site pack as templates and commands see it. */
final class SiteVariables {
  /** Names at the top. */
  static final Set<String> TOP =
      names(
          "folder",
          "sutFolder",
          "certificate",
          "key",
          "certificateAndKey",
          "authorities",
          "pdpUrl",
          "extAuthzAddress",
          "extAuthzPort",
          "servicesUrl",
          "plant",
          "trustDomain",
          "personPrefix",
          "personPrefixHex",
          "sshAuthority",
          "sshHostCertificate",
          "user",
          "java",
          "javaHome",
          "classPath",
          "listeners",
          "gates",
          "callers",
          "workstations",
          "peoplesDoors");

  /**
   * Further names inside the sections {@code listeners}, {@code gates}, {@code doors} and {@code
   * peoplesDoors}.
   */
  static final Set<String> OF_A_LISTENER =
      names(
          "name",
          "front",
          "frontAddress",
          "frontPort",
          "upstream",
          "upstreamAddress",
          "upstreamPort",
          "conduit",
          "server",
          "protocol",
          "zone",
          "level",
          "target",
          "people",
          "clients");

  /**
   * Further names inside the sections {@code clients} of a listener, {@code callers} and {@code
   * workstations}; only callers have {@code doors}.
   */
  static final Set<String> OF_A_CLIENT =
      names("id", "address", "spiffeId", "principal", "alternativeNameHex", "writes", "doors");

  private final Sut sut;
  private final SitePack site;
  private final Plant plant;
  private final SpiffeNames names;

  private SiteVariables(Sut sut, SitePack site) {
    this.sut = sut;
    this.site = site;
    this.plant = site.plant();
    this.names = SpiffeNames.of(site.identity().spiffeId());
  }

  /** The variables of one product at one site; the README of each product says what they mean. */
  static Map<String, Object> of(Sut sut, SitePack site) {
    return new SiteVariables(sut, site).top();
  }

  /** All names, in words. */
  static String known() {
    return "one of %s; inside {{#listeners}} also %s; inside {{#clients}}, {{#callers}} and {{#workstations}} also %s"
        .formatted(
            String.join(", ", TOP),
            String.join(", ", OF_A_LISTENER),
            String.join(", ", OF_A_CLIENT));
  }

  private static Set<String> names(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }

  private Map<String, Object> top() {
    Map<String, Object> top = new LinkedHashMap<>();
    top.put("folder", site.folder().toAbsolutePath().toString());
    top.put("sutFolder", sut.folder().toString());
    top.put("certificate", PemFiles.CHAIN);
    top.put("key", PemFiles.KEY);
    top.put("certificateAndKey", PemFiles.CHAIN_AND_KEY);
    top.put("authorities", PemFiles.AUTHORITIES);
    top.put("pdpUrl", site.decisionUrl().map(URI::toString).orElse(""));
    top.put("extAuthzAddress", site.extAuthzUrl().map(URI::getHost).orElse(""));
    top.put("extAuthzPort", site.extAuthzUrl().map(url -> "" + url.getPort()).orElse(""));
    top.put("servicesUrl", site.servicesUrl().toString());
    top.put("plant", plant.id());
    top.put("trustDomain", names.trustDomain());
    top.put("personPrefix", names.personPrefix());
    top.put("personPrefixHex", SpiffeNames.hex(names.personPrefix()));
    top.put("sshAuthority", PemFiles.SSH_AUTHORITY);
    top.put("sshHostCertificate", PemFiles.SSH_HOST);
    top.put("user", System.getProperty("user.name", ""));
    Path java = Path.of(System.getProperty("java.home", ""));
    top.put("java", java.resolve("bin").resolve("java").toString());
    top.put("javaHome", java.toString());
    top.put("classPath", classPath(System.getProperty("java.class.path", "")));
    top.put("listeners", site.listeners().stream().map(this::listener).toList());
    top.put("gates", gates());
    top.put("callers", callers());
    top.put("workstations", workstations());
    top.put("peoplesDoors", doors(l -> flows(l).stream().anyMatch(this::ofAPerson)));
    return top;
  }

  /** What there is of a class path, each entry once and with its whole path. */
  static String classPath(String ofThisProcess) {
    return Arrays.stream(ofThisProcess.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().normalize())
        .filter(Files::exists)
        .map(Path::toString)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The addresses at which the product listens, each once. */
  private List<Map<String, Object>> gates() {
    Map<InetSocketAddress, Map<String, Object>> gates = new LinkedHashMap<>();
    site.listeners().forEach(l -> gates.putIfAbsent(l.front(), listener(l)));
    return List.copyOf(gates.values());
  }

  /** The assets that have a flow through the product, each once, with all that they reach. */
  private List<Map<String, Object>> callers() {
    Map<AssetId, Boolean> writes = new LinkedHashMap<>();
    site.listeners().stream()
        .flatMap(l -> flows(l).stream())
        .forEach(f -> writes.merge(f.client(), f.writes(), Boolean::logicalOr));
    List<Map<String, Object>> callers = new ArrayList<>();
    writes.forEach(
        (id, mayWrite) -> {
          Map<String, Object> caller = client(id, mayWrite);
          caller.put("doors", doors(l -> flows(l).stream().anyMatch(f -> f.client().equals(id))));
          callers.add(caller);
        });
    return callers;
  }

  /** Where people work who have a flow through the product. */
  private List<Map<String, Object>> workstations() {
    return site.listeners().stream()
        .flatMap(l -> flows(l).stream())
        .filter(this::ofAPerson)
        .map(Flow::client)
        .distinct()
        .map(id -> client(id, true))
        .toList();
  }

  /** What is behind some listeners, each endpoint once. */
  private List<Map<String, Object>> doors(Predicate<Listener> some) {
    Map<InetSocketAddress, Map<String, Object>> doors = new LinkedHashMap<>();
    site.listeners().stream()
        .filter(some)
        .forEach(l -> doors.putIfAbsent(l.upstream(), listener(l)));
    return List.copyOf(doors.values());
  }

  private Map<String, Object> listener(Listener listener) {
    List<Flow> flows = flows(listener);
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("name", listener.name());
    variables.put("front", joined(listener.front()));
    variables.put("frontAddress", address(listener.front()));
    variables.put("frontPort", listener.front().getPort());
    variables.put("upstream", joined(listener.upstream()));
    variables.put("upstreamAddress", address(listener.upstream()));
    variables.put("upstreamPort", listener.upstream().getPort());
    variables.put("conduit", listener.conduit().id().value());
    variables.put("server", listener.server().id().value());
    variables.put("protocol", listener.endpoint().protocol().id());
    variables.put("zone", listener.server().zone().value());
    Optional<Zone> zone = plant.zone(listener.server().zone());
    variables.put("level", zone.map(z -> z.level().label()).orElse(""));
    variables.put("target", zone.map(z -> z.target().name()).orElse(""));
    variables.put("people", flows.stream().anyMatch(this::ofAPerson));
    variables.put("clients", clients(flows));
    return variables;
  }

  /** What the plant declares to pass this listener. */
  private List<Flow> flows(Listener listener) {
    return plant.flows().stream()
        .filter(f -> f.server().equals(listener.server().id()))
        .filter(f -> f.protocol().equals(listener.endpoint().protocol()))
        .filter(f -> crosses(f, listener))
        .toList();
  }

  private boolean crosses(Flow flow, Listener listener) {
    return plant
        .asset(flow.client())
        .flatMap(client -> plant.path(client.zone(), listener.server().zone()))
        .filter(path -> path.contains(listener.conduit()))
        .isPresent();
  }

  /** People work at engineering workstations; what they may is the workstation's flow. */
  private boolean ofAPerson(Flow flow) {
    return plant
        .asset(flow.client())
        .filter(Asset.EngineeringWorkstation.class::isInstance)
        .isPresent();
  }

  private List<Map<String, Object>> clients(List<Flow> flows) {
    Map<AssetId, Boolean> writes = new LinkedHashMap<>();
    flows.forEach(f -> writes.merge(f.client(), f.writes(), Boolean::logicalOr));
    List<Map<String, Object>> clients = new ArrayList<>();
    writes.forEach((id, mayWrite) -> clients.add(client(id, mayWrite)));
    return clients;
  }

  private Map<String, Object> client(AssetId id, boolean writes) {
    String spiffeId = names.asset(id);
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("id", id.value());
    InetAddress address = site.addresses().get(id);
    variables.put("address", address == null ? "" : address.getHostAddress());
    variables.put("spiffeId", spiffeId);
    variables.put("principal", SpiffeNames.path(id));
    variables.put("alternativeNameHex", SpiffeNames.alternativeNameHex(spiffeId));
    variables.put("writes", writes);
    return variables;
  }

  private static String address(InetSocketAddress address) {
    return address.getAddress().getHostAddress();
  }

  private static String joined(InetSocketAddress address) {
    String host = address(address);
    return address.getAddress() instanceof Inet6Address
        ? "[" + host + "]:" + address.getPort()
        : host + ":" + address.getPort();
  }
}
