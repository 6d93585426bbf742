package org.bumpless.pep.mutants;

import java.io.IOException;
import org.bumpless.pep.reference.frames.Relay;
import org.bumpless.pep.reference.frames.Verdict;

/** Passes everything to the sound relay; a mutant overrides what it does otherwise. */
abstract class SoundRelay implements Relay {
  private final Relay sound;

  SoundRelay(Relay sound) {
    this.sound = sound;
  }

  @Override
  public void forward(byte[] bytes, int offset, int length, boolean write) throws IOException {
    sound.forward(bytes, offset, length, write);
  }

  @Override
  public void refuse(byte[] bytes, int offset, int length, Verdict.Answer answer)
      throws IOException {
    sound.refuse(bytes, offset, length, answer);
  }

  @Override
  public void flushUp() throws IOException {
    sound.flushUp();
  }

  @Override
  public void down(byte[] bytes, int offset, int length) throws IOException {
    sound.down(bytes, offset, length);
  }

  @Override
  public void flushDown() throws IOException {
    sound.flushDown();
  }
}
