package org.bumpless.pep.reference.opcua;

import java.util.Set;

/**
 * The services that change nothing in a controller, by the ids of their requests' binary encodings
 * (OPC 10000-6, annex A, NodeIds.csv). All others are writing, known or not: Write, Call,
 * HistoryUpdate, AddNodes, TransferSubscriptions and so on.
 */
final class ReadingServices {
  private static final Set<Integer> IDS =
      Set.of(
          422, // FindServers
          428, // GetEndpoints
          461, // CreateSession
          467, // ActivateSession
          473, // CloseSession
          479, // Cancel
          527, // Browse
          533, // BrowseNext
          554, // TranslateBrowsePathsToNodeIds
          560, // RegisterNodes
          566, // UnregisterNodes
          631, // Read
          751, // CreateMonitoredItems
          763, // ModifyMonitoredItems
          769, // SetMonitoringMode
          781, // DeleteMonitoredItems
          787, // CreateSubscription
          793, // ModifySubscription
          799, // SetPublishingMode
          826, // Publish
          832, // Republish
          847); // DeleteSubscriptions

  private ReadingServices() {}

  static boolean contains(int id) {
    return IDS.contains(id);
  }
}
