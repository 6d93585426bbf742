package org.bumpless.endpoint.opcua.server;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.bumpless.plant.model.TagId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.UaResponseMessageType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.AddNodesRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.AddReferencesRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.CallRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateMonitoredItemsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteNodesRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteReferencesRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryUpdateRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.jspecify.annotations.Nullable;

/**
 * A service request in words for the request log, for example {@code Read 7 nodes}.
 *
 * @param text service and extent
 * @param tags the controller's tags among its nodes; others are not named
 * @param writes whether it asks to change something
 */
record RequestWords(String text, List<TagId> tags, boolean writes) {
  /** What a client may call a method of a file by instead of the method's own node. */
  private static final Map<NodeId, String> FILE_METHODS =
      Map.of(
          NodeIds.TemporaryFileTransferType_GenerateFileForRead, "GenerateFileForRead",
          NodeIds.TemporaryFileTransferType_GenerateFileForWrite, "GenerateFileForWrite",
          NodeIds.TemporaryFileTransferType_CloseAndCommit, "CloseAndCommit",
          NodeIds.FileType_Open, "Open",
          NodeIds.FileType_Close, "Close",
          NodeIds.FileType_Read, "Read",
          NodeIds.FileType_Write, "Write");

  /**
   * Puts a request into words, as far as a malformed one allows it.
   *
   * @param known the controller's tags by their nodes
   */
  static RequestWords of(UaRequestMessageType request, Map<NodeId, TagId> known) {
    return switch (request) {
      case ReadRequest read ->
          nodes("Read", read.getNodesToRead(), ReadValueId::getNodeId, known, false);
      case WriteRequest write ->
          nodes("Write", write.getNodesToWrite(), WriteValue::getNodeId, known, true);
      case BrowseRequest browse ->
          nodes("Browse", browse.getNodesToBrowse(), BrowseDescription::getNodeId, known, false);
      case CreateMonitoredItemsRequest monitor ->
          nodes(
              "CreateMonitoredItems",
              monitor.getItemsToCreate(),
              RequestWords::monitoredNode,
              known,
              false);
      case CallRequest call -> calls(call.getMethodsToCall());
      default -> new RequestWords(serviceName(request), List.of(), changes(request));
    };
  }

  /** Whether a response says that at least a part of the request was carried out. */
  static boolean carriedOut(UaResponseMessageType response) {
    return switch (response) {
      case ReadResponse read -> any(read.getResults(), DataValue::statusCode);
      case WriteResponse write -> any(write.getResults(), Function.identity());
      case CallResponse call -> any(call.getResults(), CallMethodResult::getStatusCode);
      default -> response.getResponseHeader().getServiceResult().isGood();
    };
  }

  private static String serviceName(UaRequestMessageType request) {
    String name = request.getClass().getSimpleName();
    return name.endsWith("Request") ? name.substring(0, name.length() - 7) : name;
  }

  private static boolean changes(UaRequestMessageType request) {
    return switch (request) {
      case HistoryUpdateRequest ignored -> true;
      case AddNodesRequest ignored -> true;
      case AddReferencesRequest ignored -> true;
      case DeleteNodesRequest ignored -> true;
      case DeleteReferencesRequest ignored -> true;
      default -> false;
    };
  }

  private static RequestWords calls(CallMethodRequest @Nullable [] calls) {
    StringJoiner names = new StringJoiner(", ", "Call ", "");
    for (CallMethodRequest call : calls == null ? new CallMethodRequest[0] : calls) {
      names.add(methodName(call.getMethodId()));
    }
    return new RequestWords(names.toString(), List.of(), true);
  }

  /** A method by its name; one that is neither the plant's nor of a file by its number. */
  private static String methodName(@Nullable NodeId method) {
    if (method == null) {
      return "nothing";
    }
    String id = String.valueOf(method.getIdentifier());
    return FILE_METHODS.getOrDefault(method, id.substring(id.lastIndexOf('/') + 1));
  }

  private static @Nullable NodeId monitoredNode(MonitoredItemCreateRequest item) {
    ReadValueId value = item.getItemToMonitor();
    return value == null ? null : value.getNodeId();
  }

  private static <T> RequestWords nodes(
      String service,
      T @Nullable [] items,
      Function<T, @Nullable NodeId> node,
      Map<NodeId, TagId> known,
      boolean writes) {
    List<T> list = items == null ? List.of() : Arrays.asList(items);
    List<TagId> tags = list.stream().map(node).map(known::get).filter(tag -> tag != null).toList();
    String extent = list.size() + (list.size() == 1 ? " node" : " nodes");
    return new RequestWords(service + " " + extent, tags, writes);
  }

  private static <T> boolean any(T @Nullable [] results, Function<T, @Nullable StatusCode> status) {
    return results != null
        && Arrays.stream(results).map(status).anyMatch(code -> code == null || !code.isBad());
  }
}
