package org.bumpless.endpoint.s7.server;

import java.util.Collection;
import java.util.Optional;
import org.bumpless.endpoint.s7.codec.Functions;
import org.bumpless.endpoint.s7.codec.Password;
import org.bumpless.endpoint.s7.codec.S7Answer;
import org.bumpless.endpoint.s7.codec.S7Request;
import org.bumpless.plant.model.Protection;

/** The password of a controller on one connection; it is locked until somebody gives it. */
final class Guard {
  /** The protection level does not permit this. */
  private static final int LOCKED_CLASS = 0xD2;

  private static final int LOCKED_CODE = 0x41;

  private final Protection protection;
  private final Collection<String> passwords;
  private boolean open;

  Guard(Protection protection, Collection<String> passwords) {
    this.protection = protection;
    this.passwords = passwords;
  }

  /** Whether that was the password. A wrong one locks again. */
  boolean unlock(String password) {
    open = passwords.stream().anyMatch(its -> Password.same(its, password));
    return open;
  }

  void lock() {
    open = false;
  }

  /** How a request is refused for want of the password, if it is. */
  Optional<S7Answer.Refused> refusal(S7Request request) {
    return open
        ? Optional.empty()
        : switch (request) {
          case S7Request.Stop stop -> below(Protection.WRITE, stop, Functions.PLC_STOP);
          case S7Request.Start start -> below(Protection.WRITE, start, Functions.PI_SERVICE);
          case S7Request.Insert insert -> below(Protection.WRITE, insert, Functions.PI_SERVICE);
          case S7Request.BeginDownload begin ->
              below(Protection.WRITE, begin, Functions.REQUEST_DOWNLOAD);
          case S7Request.BeginUpload begin ->
              below(Protection.READ_WRITE, begin, Functions.START_UPLOAD);
          case S7Request.Upload upload -> below(Protection.READ_WRITE, upload, Functions.UPLOAD);
          default -> Optional.empty();
        };
  }

  private Optional<S7Answer.Refused> below(Protection from, S7Request.Job job, int function) {
    return protection.compareTo(from) >= 0
        ? Optional.of(new S7Answer.Refused(job.reference(), function, LOCKED_CLASS, LOCKED_CODE))
        : Optional.empty();
  }
}
