package org.bumpless.plc.st.control;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bumpless.plc.st.code.BridgeWriter;
import org.bumpless.plc.st.code.BridgeWriter.Link;
import org.bumpless.plc.st.code.BridgeWriter.Shape;
import org.bumpless.plc.st.run.Bridge;
import org.bumpless.plc.st.run.Cell;

/** Links starts of one program; those in which the same is linked share the classes for it. */
final class Crossings {
  private static final String NAME = "st.bridge.Bridge";

  private final Map<Shape, Constructor<? extends Bridge>> known = new ConcurrentHashMap<>();

  /**
   * Links variables of a start.
   *
   * @param loaded in the order of their numbers
   * @param stored in the order of theirs
   */
  Crossing of(List<Cell> loaded, List<Cell> stored) {
    List<Crossing.Place> loadedPlaces = places(loaded);
    List<Crossing.Place> storedPlaces = places(stored);
    List<Bridge> bridges = new ArrayList<>();
    int longest = Math.max(loaded.size(), stored.size());
    for (int from = 0; from < longest; from += BridgeWriter.LINKS_MAX) {
      Owners owners = new Owners();
      List<Link> in = owners.links(loaded, from);
      List<Link> out = owners.links(stored, from);
      if (!owners.objects.isEmpty()) {
        bridges.add(bridge(owners, in, out));
      }
    }
    return new Crossing(bridges, loadedPlaces, storedPlaces);
  }

  private static List<Crossing.Place> places(List<Cell> cells) {
    List<Crossing.Place> places = new ArrayList<>();
    for (int at = 0; at < cells.size(); at++) {
      if (cells.get(at) instanceof Cell.InMemory cell) {
        places.add(new Crossing.Place(at, cell));
      }
    }
    return places;
  }

  private Bridge bridge(Owners owners, List<Link> loaded, List<Link> stored) {
    List<String> names = owners.objects.stream().map(its -> its.getClass().getName()).toList();
    ClassLoader program = owners.objects.getFirst().getClass().getClassLoader();
    Shape shape = new Shape(names, loaded, stored);
    try {
      return known
          .computeIfAbsent(shape, its -> written(its, program))
          .newInstance((Object) owners.objects.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a bridge cannot be made", e);
    }
  }

  private static Constructor<? extends Bridge> written(Shape shape, ClassLoader program) {
    byte[] bytes = BridgeWriter.write(NAME, shape);
    try {
      return new Loader(program).define(bytes).getConstructor(Object[].class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a bridge has no constructor", e);
    }
  }

  /** The objects whose fields are linked, each once. */
  private static final class Owners {
    private final List<Object> objects = new ArrayList<>();

    /** As many as one bridge takes. */
    List<Link> links(List<Cell> cells, int from) {
      List<Link> links = new ArrayList<>();
      int to = Math.min(cells.size(), from + BridgeWriter.LINKS_MAX);
      for (int at = from; at < to; at++) {
        if (cells.get(at) instanceof Cell.InObject cell) {
          links.add(new Link(at, index(cell.owner()), cell.field(), cell.type().carrier()));
        }
      }
      return links;
    }

    private int index(Object owner) {
      int index = objects.indexOf(owner); // units know no equality but identity
      if (index < 0) {
        objects.add(owner);
        return objects.size() - 1;
      }
      return index;
    }
  }

  /** Of one bridge; it goes when nobody uses its program any more. */
  private static final class Loader extends ClassLoader {
    Loader(ClassLoader program) {
      super("structured-text-bridge", program);
    }

    Class<? extends Bridge> define(byte[] bytes) {
      return defineClass(NAME, bytes, 0, bytes.length).asSubclass(Bridge.class);
    }
  }
}
