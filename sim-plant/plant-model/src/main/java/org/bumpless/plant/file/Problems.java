package org.bumpless.plant.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The problems found so far in one file; used by one thread. */
public final class Problems {
  private final String file;
  private final SortedSet<Problem> found = new TreeSet<>();
  private final Set<Place> places = new HashSet<>();

  /**
   * Starts without a problem.
   *
   * @param file as the person named it
   */
  public Problems(String file) {
    this.file = file;
  }

  /** Records a problem; the same one twice counts once. */
  public void add(Place place, String whatWasFound, String whatWasExpected) {
    places.add(place);
    found.add(new Problem(file, place.line(), place.column(), whatWasFound, whatWasExpected));
  }

  /** Records a problem unless that place has one already, which then is taken for the cause. */
  void addUnlessKnown(Place place, String whatWasFound, String whatWasExpected) {
    if (!places.contains(place)) {
      add(place, whatWasFound, whatWasExpected);
    }
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** The file as a person named it. */
  public String file() {
    return file;
  }

  /** The problems as an exception to throw. */
  public BadFileException exception() {
    return new BadFileException(List.copyOf(found));
  }

  /** Ends the reading if anything was found. */
  public void throwIfAny() throws BadFileException {
    if (!found.isEmpty()) {
      throw exception();
    }
  }
}
