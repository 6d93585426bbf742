package org.bumpless.endpoint.opcua.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.bumpless.endpoint.opcua.mapping.PlantNamespace;
import org.bumpless.endpoint.opcua.mapping.ProcessorIds;
import org.bumpless.endpoint.opcua.mapping.UaValues;
import org.bumpless.plant.model.Asset;
import org.bumpless.plant.model.TagId;
import org.bumpless.plant.model.TagValue;
import org.bumpless.plant.operation.Operation;
import org.bumpless.plant.operation.Outcome;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;

/** The bench's operations as OPC UA services on one controller, its tags above all. */
record TagServices(UaSession session, PlantNamespace namespace, Asset.Controller controller) {
  private static final String BEHIND_A_READ = "behind a read";
  private static final String SPLIT_FRAME = "split frame";
  static final Set<String> MANNERS = Set.of(Operation.Write.PLAIN, BEHIND_A_READ, SPLIT_FRAME);

  private static final int CONTROLLER_NODES_MAX = 1_000;

  /** A sweep stops here: enough for all that a controller has below Objects. */
  private static final int SWEEP_NODES_MAX = 2_000;

  /**
   * The services of a session; asks the server for its namespaces first.
   *
   * @throws UaException if the server does not have the plant's namespace
   */
  static TagServices of(UaSession session, Asset.Controller controller)
      throws IOException, UaException {
    ReadResponse response =
        session.request(
            ReadResponse.class, AddressWalk.read(session, List.of(NodeIds.Server_NamespaceArray)));
    Object namespaces = AddressWalk.results(response, 1).getFirst().value().value();
    int index =
        namespaces instanceof String[] uris ? Arrays.asList(uris).indexOf(PlantNamespace.URI) : -1;
    if (index < 0) {
      throw new UaException(
          StatusCodes.Bad_NotFound, "the server has no namespace " + PlantNamespace.URI);
    }
    return new TagServices(session, new PlantNamespace(Unsigned.ushort(index)), controller);
  }

  /**
   * Throws IllegalArgumentException for a manner of writing that is not one of {@link #MANNERS}.
   */
  static void requireKnown(Operation operation) {
    if (operation instanceof Operation.Write write && !MANNERS.contains(write.manner())) {
      throw new IllegalArgumentException(
          "manner of writing \"" + write.manner() + "\" over OPC UA: expected one of " + MANNERS);
    }
  }

  Outcome perform(Operation operation) throws IOException, UaException {
    return switch (operation) {
      case Operation.Read read -> read(read.tags());
      case Operation.Write write -> write(write);
      case Operation.Download download -> download(download.values());
      case Operation.DownloadProgram download -> processor().download(download.program());
      case Operation.ChangeMode change -> processor().mode(change.run());
      case Operation.Browse ignored -> browse();
      case Operation.Sweep ignored -> sweep();
    };
  }

  private ProcessorServices processor() {
    return new ProcessorServices(session, new ProcessorIds(namespace, controller.id()));
  }

  private Outcome read(List<TagId> tags) throws IOException, UaException {
    ReadResponse response =
        session.request(
            ReadResponse.class,
            AddressWalk.read(session, tags.stream().map(namespace::tag).toList()));
    List<DataValue> results = AddressWalk.results(response, tags.size());
    Map<TagId, TagValue> values = new LinkedHashMap<>();
    for (int i = 0; i < tags.size(); i++) {
      DataValue result = results.get(i);
      if (result.statusCode() != null && result.statusCode().isBad()) {
        return new Outcome.Refused(tags.get(i) + ": " + Failures.name(result.statusCode()));
      }
      TagId tag = tags.get(i);
      values.put(
          tag,
          UaValues.tagValue(result.value())
              .orElseThrow(() -> new IOException(tag + ": a value of no tag's type")));
    }
    return new Outcome.Answered(values, "");
  }

  private Outcome write(Operation.Write write) throws IOException, UaException {
    WriteRequest request = request(Map.of(write.tag(), write.value()));
    WriteResponse response =
        UaSession.expect(
            WriteResponse.class,
            switch (write.manner()) {
              case BEHIND_A_READ ->
                  session
                      .conversation()
                      .requestBehind(
                          AddressWalk.read(session, List.of(namespace.tag(write.tag()))), request);
              case SPLIT_FRAME -> session.conversation().requestInTwo(request);
              default -> session.conversation().request(request);
            });
    return written(List.of(write.tag()), response);
  }

  private Outcome download(Map<TagId, TagValue> values) throws IOException, UaException {
    List<TagId> tags = values.keySet().stream().sorted().toList();
    Map<TagId, TagValue> sorted = new LinkedHashMap<>();
    tags.forEach(tag -> sorted.put(tag, Objects.requireNonNull(values.get(tag))));
    return written(tags, session.request(WriteResponse.class, request(sorted)));
  }

  private WriteRequest request(Map<TagId, TagValue> values) {
    List<WriteValue> writes = new ArrayList<>();
    values.forEach(
        (tag, value) ->
            writes.add(
                new WriteValue(
                    namespace.tag(tag),
                    AttributeId.Value.uid(),
                    null,
                    DataValue.valueOnly(UaValues.variant(value)))));
    return new WriteRequest(session.header(), writes.toArray(new WriteValue[0]));
  }

  private static Outcome written(List<TagId> tags, WriteResponse response) throws IOException {
    StatusCode[] results = Objects.requireNonNullElse(response.getResults(), new StatusCode[0]);
    if (results.length != tags.size()) {
      throw new IOException(results.length + " results of a write, expected " + tags.size());
    }
    StringJoiner bad = new StringJoiner(", ");
    for (int i = 0; i < results.length; i++) {
      if (results[i].isBad()) {
        bad.add(tags.get(i) + ": " + Failures.name(results[i]));
      }
    }
    return bad.length() == 0
        ? new Outcome.Answered(Map.of(), "")
        : new Outcome.Refused(bad.toString());
  }

  private Outcome browse() throws IOException, UaException {
    AddressWalk walk = new AddressWalk(session);
    List<ReferenceDescription> nodes =
        walk.below(namespace.controller(controller.id()), CONTROLLER_NODES_MAX);
    if (nodes.isEmpty()) {
      return new Outcome.Refused("the server shows nothing of " + controller.id());
    }
    List<NodeId> plate =
        List.of("Manufacturer", "Model", "SoftwareRevision").stream()
            .map(name -> namespace.property(namespace.controller(controller.id()), name))
            .toList();
    StringJoiner detail = new StringJoiner(" ");
    walk.values(plate).forEach(value -> detail.add(String.valueOf(value.value().value())));
    List<TagId> tags =
        nodeIds(nodes).stream().flatMap(node -> namespace.tagOf(node).stream()).sorted().toList();
    return new Outcome.Answered(Map.of(), detail + ": " + tags.size() + " tags " + tags);
  }

  private Outcome sweep() throws IOException, UaException {
    AddressWalk walk = new AddressWalk(session);
    List<ReferenceDescription> nodes = walk.below(NodeIds.ObjectsFolder, SWEEP_NODES_MAX);
    List<NodeId> variables =
        nodeIds(nodes.stream().filter(node -> node.getNodeClass() == NodeClass.Variable).toList());
    List<DataValue> values = walk.values(variables);
    Map<TagId, TagValue> ofTags = new LinkedHashMap<>();
    int read = 0;
    for (int i = 0; i < variables.size(); i++) {
      DataValue value = values.get(i);
      if (value.statusCode() != null && value.statusCode().isBad()) {
        continue;
      }
      read++;
      namespace
          .tagOf(variables.get(i))
          .ifPresent(tag -> UaValues.tagValue(value.value()).ifPresent(v -> ofTags.put(tag, v)));
    }
    return new Outcome.Answered(
        ofTags, nodes.size() + " nodes, " + read + " of " + variables.size() + " variables read");
  }

  private static List<NodeId> nodeIds(List<ReferenceDescription> nodes) {
    return nodes.stream()
        .flatMap(
            node -> node.getNodeId().toNodeId(Conversation.ENCODING.getNamespaceTable()).stream())
        .toList();
  }
}
