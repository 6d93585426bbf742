package org.bumpless.endpoint.opcua.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.servicesets.impl.AccessController;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.structured.AddReferencesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteNodesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteReferencesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;

/**
 * Who may do what with which node: anonymous users may only look; for the rest the controller's own
 * nodes are open, the tags' access levels judge further on, and OPC UA's nodes follow Milo's rules.
 * Answering for our own nodes here spares each read some eight attribute reads.
 *
 * @param others Milo's rules
 * @param plant index of the plant's namespace
 */
record PlantAccess(AccessController others, UShort plant) implements AccessController {

  @Override
  public Map<ReadValueId, AccessResult> checkReadAccess(Session session, List<ReadValueId> values) {
    return check(session, values, ReadValueId::getNodeId, others::checkReadAccess);
  }

  @Override
  public Map<WriteValue, AccessResult> checkWriteAccess(Session session, List<WriteValue> values) {
    return Users.isAnonymous(session)
        ? denied(values)
        : check(session, values, WriteValue::getNodeId, others::checkWriteAccess);
  }

  @Override
  public Map<NodeId, AccessResult> checkBrowseAccess(Session session, List<NodeId> nodes) {
    return check(session, nodes, Function.identity(), others::checkBrowseAccess);
  }

  @Override
  public Map<CallMethodRequest, AccessResult> checkCallAccess(
      Session session, List<CallMethodRequest> calls) {
    return Users.isAnonymous(session) ? denied(calls) : others.checkCallAccess(session, calls);
  }

  @Override
  public Map<AddReferencesItem, AccessResult> checkAddReferencesAccess(
      Session session, List<AddReferencesItem> items) {
    return denied(items);
  }

  @Override
  public Map<DeleteNodesItem, AccessResult> checkDeleteNodesAccess(
      Session session, List<DeleteNodesItem> items) {
    return denied(items);
  }

  @Override
  public Map<DeleteReferencesItem, AccessResult> checkDeleteReferencesAccess(
      Session session, List<DeleteReferencesItem> items) {
    return denied(items);
  }

  private <T> Map<T, AccessResult> check(
      Session session,
      List<T> items,
      Function<T, NodeId> node,
      BiFunction<Session, List<T>, Map<T, AccessResult>> rule) {
    Map<T, AccessResult> results = new HashMap<>();
    List<T> rest = new ArrayList<>();
    for (T item : items) {
      if (plant.equals(node.apply(item).getNamespaceIndex())) {
        results.put(item, AccessResult.ALLOWED);
      } else {
        rest.add(item);
      }
    }
    if (!rest.isEmpty()) {
      results.putAll(rule.apply(session, rest));
    }
    return results;
  }

  private static <T> Map<T, AccessResult> denied(List<T> items) {
    Map<T, AccessResult> results = new HashMap<>();
    items.forEach(item -> results.put(item, AccessResult.DENIED_USER_ACCESS));
    return results;
  }
}
