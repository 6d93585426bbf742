package org.bumpless.services;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A few RSA 2048 keys, made in the background and handed out in turn, again and again. */
final class RsaKeys {
  private static final int BITS = 2048;
  private static final long WAIT_SECONDS_MAX = 30;

  private final List<CompletableFuture<KeyPair>> keys;
  private final AtomicInteger handedOut = new AtomicInteger();

  /**
   * Begins to make keys.
   *
   * @param count if 0, each is made when it is asked for
   */
  RsaKeys(int count, Executor background) {
    keys =
        IntStream.range(0, count)
            .mapToObj(_ -> CompletableFuture.supplyAsync(RsaKeys::make, background))
            .toList();
  }

  /** The next key; waits for it if it is still being made. */
  KeyPair next() {
    if (keys.isEmpty()) {
      return make();
    }
    int turn = Math.floorMod(handedOut.getAndIncrement(), keys.size());
    try {
      return keys.get(turn).get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("no RSA key after " + WAIT_SECONDS_MAX + " s at most", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an RSA key was made", e);
    }
  }

  private static KeyPair make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK makes no RSA keys", e);
    }
  }
}
