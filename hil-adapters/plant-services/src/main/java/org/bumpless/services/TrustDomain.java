package org.bumpless.services;

import java.util.regex.Pattern;

/**
 * A SPIFFE trust domain: all identities that one plant CA vouches for (SPIFFE-ID 1.0, section 2).
 *
 * @param name lower-case letters, digits, dots, dashes and underscores
 */
record TrustDomain(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,255}");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
  private static final Pattern DOTS = Pattern.compile("(^|.*/)\\.{1,2}(/.*|$)");

  TrustDomain {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "trust domain \""
              + name
              + "\": expected lower-case letters, digits, '.', '-', '_', for example tank-farm");
    }
  }

  /** The SPIFFE id of the domain itself, which its authority carries. */
  String id() {
    return "spiffe://" + name;
  }

  /**
   * The SPIFFE id of a member.
   *
   * @throws IllegalArgumentException if the path is not one
   */
  String member(String path) {
    if (!PATH.matcher(path).matches() || DOTS.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "SPIFFE path \""
              + path
              + "\": expected segments of letters, digits, '.', '-', '_' with '/' between them,"
              + " for example person/anna");
    }
    return id() + "/" + path;
  }
}
