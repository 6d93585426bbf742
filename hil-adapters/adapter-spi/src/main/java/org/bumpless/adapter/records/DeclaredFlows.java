package org.bumpless.adapter.records;

import java.util.List;
import org.bumpless.adapter.pdp.AccessRequest.DeclaredFlow;
import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.Flow;
import org.bumpless.plant.model.Plant;
import org.bumpless.plant.model.Protocol;

/** What the plant file lets an asset do without a ticket; people have no standing business. */
public final class DeclaredFlows {
  private final List<Standing> flows;
  private final String assets;

  /**
   * A client that talks to a server over a protocol without a ticket.
   *
   * @param writes whether it may change the server's tags
   */
  public record Standing(AssetId client, AssetId server, Protocol protocol, boolean writes) {
    private static Standing of(Flow flow) {
      return new Standing(flow.client(), flow.server(), flow.protocol(), flow.writes());
    }
  }

  /**
   * @param productId SPIFFE id of the product, whose trust domain is the plant's
   */
  public DeclaredFlows(Plant plant, String productId) {
    this(plant.flows().stream().map(Standing::of).toList(), productId);
  }

  /**
   * Flows that are known from elsewhere than from a plant file.
   *
   * @param productId SPIFFE id of the product, whose trust domain is the plant's
   */
  public DeclaredFlows(List<Standing> flows, String productId) {
    this.flows = List.copyOf(flows);
    int path = productId.indexOf('/', "spiffe://".length());
    assets = (path < 0 ? productId : productId.substring(0, path)) + "/asset/";
  }

  /** Whether an id names an asset of the plant rather than a person. */
  public boolean isAsset(String spiffeId) {
    return spiffeId.startsWith(assets);
  }

  /** The flow of a subject to an asset over a protocol. */
  public DeclaredFlow of(String spiffeId, AssetId asset, Protocol protocol) {
    if (!isAsset(spiffeId)) {
      return DeclaredFlow.NONE;
    }
    String client = spiffeId.substring(assets.length());
    return flows.stream()
        .filter(flow -> flow.client().value().equals(client))
        .filter(flow -> flow.server().equals(asset))
        .filter(flow -> flow.protocol().equals(protocol))
        .map(flow -> flow.writes() ? DeclaredFlow.READS_AND_WRITES : DeclaredFlow.READS)
        .max(DeclaredFlow::compareTo)
        .orElse(DeclaredFlow.NONE);
  }
}
