package org.bumpless.endpoint.s7.server;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bumpless.endpoint.s7.codec.Item;
import org.bumpless.plant.model.TagId;

/**
 * The places that a request names, as they are written down.
 *
 * @param words for example {@code DB1.DBB0 x 4}
 * @param tags that lie there
 */
record Places(List<Item> items, String words, List<TagId> tags) {
  static final Places NONE = new Places(List.of(), "", List.of());

  static Places of(List<Item> items, Access access) {
    String words =
        items.stream()
            .flatMap(item -> item.range().map(Object::toString).or(() -> Optional.of("?")).stream())
            .collect(Collectors.joining(", "));
    return new Places(items, words, access.touched(items));
  }
}
