package org.bumpless.runner.run;

/** The commit that the bench was built from, as the build wrote it into the manifest. */
final class Commit {
  private Commit() {}

  static String id() {
    String version = Commit.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
