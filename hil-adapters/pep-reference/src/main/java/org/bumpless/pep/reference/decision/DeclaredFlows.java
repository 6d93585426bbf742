package org.bumpless.pep.reference.decision;

import java.util.List;
import org.bumpless.adapter.pdp.AccessRequest.DeclaredFlow;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;

/** What the plant file lets an asset do without a ticket; people have no standing business. */
public final class DeclaredFlows {
  private final List<Flow> flows;
  private final String assets;

  /**
   * @param productId SPIFFE id of the product, whose trust domain is the plant's
   */
  public DeclaredFlows(Plant plant, String productId) {
    flows = plant.flows();
    int path = productId.indexOf('/', "spiffe://".length());
    assets = (path < 0 ? productId : productId.substring(0, path)) + "/asset/";
  }

  /** Whether an id names an asset of the plant rather than a person. */
  public boolean isAsset(String spiffeId) {
    return spiffeId.startsWith(assets);
  }

  /** The flow between a party's two ends over its protocol. */
  public DeclaredFlow of(Party party) {
    if (!isAsset(party.spiffeId())) {
      return DeclaredFlow.NONE;
    }
    String client = party.spiffeId().substring(assets.length());
    return flows.stream()
        .filter(flow -> flow.client().value().equals(client))
        .filter(flow -> flow.server().equals(party.asset()))
        .filter(flow -> flow.protocol().equals(party.protocol()))
        .map(flow -> flow.writes() ? DeclaredFlow.READS_AND_WRITES : DeclaredFlow.READS)
        .max(DeclaredFlow::compareTo)
        .orElse(DeclaredFlow.NONE);
  }
}
