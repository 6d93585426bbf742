package org.bumpless.plant.network.netns;

import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ConduitId;

/**
 * Which network namespace of a plan; an asset, a conduit and what belongs to the bench may bear one
 * name and are three nodes.
 */
sealed interface NodeId {

  /** For people; not unique. */
  String inWords();

  /** The host of an asset. */
  record OfAsset(AssetId asset) implements NodeId {
    @Override
    public String inWords() {
      return asset.value();
    }
  }

  /** What joins two zones where no product stands, called after the first of its conduits. */
  record OfConduit(ConduitId conduit) implements NodeId {
    @Override
    public String inWords() {
      return conduit.value();
    }
  }

  /** Of which a plan has one each. */
  enum OfBench implements NodeId {
    /** In all conduits with a product at once. */
    PRODUCT("product"),
    /** By which the bench measures past the product. */
    INSTRUMENT("instrument"),
    /** The services of the site. */
    SERVICES("services");

    private final String words;

    OfBench(String words) {
      this.words = words;
    }

    @Override
    public String inWords() {
      return words;
    }
  }
}
