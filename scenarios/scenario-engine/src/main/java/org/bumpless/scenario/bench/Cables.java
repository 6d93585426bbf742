package org.bumpless.scenario.bench;

import java.io.IOException;
import java.util.Optional;
import org.bumpless.plant.cable.Impairment;
import org.bumpless.plant.cable.Plug;

/**
 * The cables of the plant's network, which a scenario may spoil; all are whole again when the next
 * one begins.
 */
public interface Cables {

  /**
   * Makes something wrong with a cable, instead of what was wrong before.
   *
   * @throws IllegalArgumentException if the plant has no such cable
   * @throws IOException if the bench's own host refuses
   */
  void impair(Plug plug, Impairment impairment) throws IOException, InterruptedException;

  /**
   * Why what was done to the cables that are spoilt now shows nothing; empty if each has done to
   * frames what it should.
   */
  Optional<String> doubt();

  /**
   * Makes a cable whole again.
   *
   * @throws IOException if the bench's own host refuses, or the cable was broken by more than what
   *     the scenario wanted
   */
  void mend(Plug plug) throws IOException, InterruptedException;
}
