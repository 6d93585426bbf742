package org.bumpless.plant.cable;

import org.bumpless.plant.model.AssetId;
import org.bumpless.plant.model.ZoneId;

/** What hangs at the far end of a cable from the switch of a zone. */
public sealed interface Plug {

  /** For people, for example {@code the product in cell-1}. */
  String inWords();

  /** An asset, in its own zone. */
  record OfAsset(AssetId asset) implements Plug {
    @Override
    public String inWords() {
      return asset.value();
    }
  }

  /** The product, in one of the zones of its conduits. */
  record OfProduct(ZoneId zone) implements Plug {
    @Override
    public String inWords() {
      return "the product in " + zone;
    }
  }
}
