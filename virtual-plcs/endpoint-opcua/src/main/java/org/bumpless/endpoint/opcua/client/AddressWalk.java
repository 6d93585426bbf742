package org.bumpless.endpoint.opcua.client;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseNextRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseNextResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.ViewDescription;
import org.jspecify.annotations.Nullable;

/** Goes over a server's address space along its hierarchical references, and reads from it. */
record AddressWalk(UaSession session) {
  private static final int BATCH = 100;

  /** So many times one node may give a part of its references and keep the rest. */
  private static final int CONTINUATIONS_MAX = 20;

  /**
   * The nodes below a node, itself not included, nearest first.
   *
   * @param nodesMax the walk stops when it knows so many
   */
  List<ReferenceDescription> below(NodeId root, int nodesMax) throws IOException, UaException {
    Map<NodeId, ReferenceDescription> found = new LinkedHashMap<>();
    Deque<NodeId> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty() && found.size() < nodesMax) {
      List<NodeId> batch = new ArrayList<>();
      while (!open.isEmpty() && batch.size() < BATCH) {
        batch.add(open.remove());
      }
      for (ReferenceDescription reference : children(batch)) {
        NodeId node =
            reference
                .getNodeId()
                .toNodeId(Conversation.ENCODING.getNamespaceTable())
                .orElse(NodeId.NULL_VALUE);
        boolean fresh =
            node.isNotNull()
                && found.size() < nodesMax
                && !node.equals(root)
                && found.putIfAbsent(node, reference) == null;
        if (fresh) {
          open.add(node);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** What hierarchical references lead to from any of some nodes. */
  List<ReferenceDescription> children(List<NodeId> nodes) throws IOException, UaException {
    BrowseDescription[] wanted =
        nodes.stream().map(AddressWalk::forward).toArray(BrowseDescription[]::new);
    BrowseResponse response =
        session.request(
            BrowseResponse.class,
            new BrowseRequest(
                session.header(),
                new ViewDescription(NodeId.NULL_VALUE, null, uint(0)),
                uint(0),
                wanted));
    List<ReferenceDescription> references = new ArrayList<>();
    List<ByteString> rest = take(response.getResults(), references);
    for (int i = 0; i < CONTINUATIONS_MAX && !rest.isEmpty(); i++) {
      BrowseNextResponse next =
          session.request(
              BrowseNextResponse.class,
              new BrowseNextRequest(session.header(), false, rest.toArray(new ByteString[0])));
      rest = take(next.getResults(), references);
    }
    return references;
  }

  private static List<ByteString> take(
      BrowseResult @Nullable [] results, List<ReferenceDescription> references) {
    List<ByteString> rest = new ArrayList<>();
    for (BrowseResult result : Objects.requireNonNullElse(results, new BrowseResult[0])) {
      if (result.getReferences() != null) {
        references.addAll(Arrays.asList(result.getReferences()));
      }
      ByteString continuation = result.getContinuationPoint();
      if (continuation != null && continuation.isNotNull()) {
        rest.add(continuation);
      }
    }
    return rest;
  }

  private static BrowseDescription forward(NodeId node) {
    return new BrowseDescription(
        node,
        BrowseDirection.Forward,
        NodeIds.HierarchicalReferences,
        true,
        uint(0),
        uint(BrowseResultMask.All.getValue()));
  }

  /** The values of variables, in their order; as many requests as batches. */
  List<DataValue> values(List<NodeId> nodes) throws IOException, UaException {
    List<DataValue> values = new ArrayList<>(nodes.size());
    for (int from = 0; from < nodes.size(); from += BATCH) {
      List<NodeId> batch = nodes.subList(from, Math.min(from + BATCH, nodes.size()));
      ReadResponse response = session.request(ReadResponse.class, read(session, batch));
      values.addAll(results(response, batch.size()));
    }
    return values;
  }

  static ReadRequest read(UaSession session, List<NodeId> nodes) {
    return new ReadRequest(
        session.header(),
        0.0,
        TimestampsToReturn.Neither,
        nodes.stream()
            .map(
                node ->
                    new ReadValueId(node, AttributeId.Value.uid(), null, QualifiedName.NULL_VALUE))
            .toArray(ReadValueId[]::new));
  }

  /** The values in a response, which must be as many as were asked for. */
  static List<DataValue> results(ReadResponse response, int count) throws IOException {
    DataValue[] results = Objects.requireNonNullElse(response.getResults(), new DataValue[0]);
    if (results.length != count) {
      throw new IOException(results.length + " values in the response, expected " + count);
    }
    return Arrays.asList(results);
  }
}
