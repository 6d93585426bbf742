package org.bumpless.adapter.sut;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bumpless.plant.file.Word;

/** How a product is attached to the bench. */
public sealed interface Deployment {

  /** The id of the PEP provider that attaches products of this kind. */
  String provider();

  /**
   * Whether clients dial the controllers themselves and their packets cross the product's host:
   * that takes hosts with networks of their own.
   */
  default boolean inThePath() {
    return false;
  }

  /**
   * A product inside the bench's own process.
   *
   * @param provider for example {@code reference}, or {@code direct} for no product at all
   */
  record Builtin(String provider) implements Deployment {}

  /**
   * A product that the bench starts as a process.
   *
   * @param templates template file to the name of the file that is rendered from it in the
   *     product's run folder
   * @param command program and arguments, and where each stands in {@code sut.yaml}; may use the
   *     same variables as the templates
   * @param readiness how it is known that the product is ready
   * @param needs the program that must be installed, and the line that installs it
   * @param reload what makes the product take up a renewed certificate, if it can
   * @param stopWithin how long an orderly end may take before the process is killed
   * @param interception what turns the packets of clients to the product's own doors, so that they
   *     dial the controllers themselves; empty if they dial the product
   */
  record Process(
      Map<Path, String> templates,
      List<Word> command,
      Readiness readiness,
      Need needs,
      Optional<Reload> reload,
      Duration stopWithin,
      Optional<Interception> interception)
      implements Deployment {
    public Process {
      templates = Map.copyOf(templates);
      command = List.copyOf(command);
    }

    @Override
    public String provider() {
      return "process";
    }

    @Override
    public boolean inThePath() {
      return interception.isPresent();
    }
  }

  /**
   * A product that the bench starts as a container, at the product's place on the network and with
   * the product's folder at the same path as outside.
   *
   * @param image its name in the store of the container engine; it is never fetched from anywhere
   * @param of what the image is made of where the engine has none of that name
   * @param templates as those of {@link Process}
   * @param command what runs in the container; empty for the image's own
   * @param readiness how it is known that the product is ready
   * @param reload what makes the product take up a renewed certificate, if it can
   * @param stopWithin how long an orderly end may take before the container is killed
   */
  record Container(
      Word image,
      Ingredients of,
      Map<Path, String> templates,
      List<Word> command,
      Readiness readiness,
      Optional<Reload> reload,
      Duration stopWithin)
      implements Deployment {
    public Container {
      templates = Map.copyOf(templates);
      command = List.copyOf(command);
    }

    @Override
    public String provider() {
      return "container";
    }
  }

  /**
   * What of this host an image is made of. All of it stands in the image where it stands here.
   *
   * @param programs with their whole paths; the libraries that they load come along
   * @param files files and folders with their whole paths, several in one word with the path
   *     separator between them; may use the same variables as the templates
   * @param making a command that puts more files where it is started, which is the root of the
   *     image; may use the same variables; empty if there is none
   */
  record Ingredients(List<Word> programs, List<Word> files, List<Word> making) {
    /** Of nothing: the engine must have the image. */
    public static final Ingredients NONE = new Ingredients(List.of(), List.of(), List.of());

    public Ingredients {
      programs = List.copyOf(programs);
      files = List.copyOf(files);
      making = List.copyOf(making);
    }

    /** Whether an image can be made of them. */
    public boolean any() {
      return !programs.isEmpty() || !files.isEmpty() || !making.isEmpty();
    }
  }

  /**
   * A product that is part of the kernel of its host: packets are routed through it, and it is
   * there once it has been told what to do, for example rules of a packet filter.
   *
   * @param templates as those of {@link Process}
   * @param command what tells it, and ends; as that of {@link Process}
   * @param needs the program that must be installed, and the line that installs it
   */
  record Routed(Map<Path, String> templates, List<Word> command, Need needs) implements Deployment {
    public Routed {
      templates = Map.copyOf(templates);
      command = List.copyOf(command);
    }

    @Override
    public String provider() {
      return "routed";
    }

    @Override
    public boolean inThePath() {
      return true;
    }
  }

  /**
   * A product that is running already and is left running.
   *
   * @param fronts where it listens: listener name to address
   */
  record External(Map<String, InetSocketAddress> fronts) implements Deployment {
    public External {
      fronts = Map.copyOf(fronts);
    }

    @Override
    public String provider() {
      return "external";
    }
  }

  /**
   * When a product counts as ready.
   *
   * @param within longest wait
   */
  record Readiness(Duration within) {}

  /**
   * What turns packets to the doors of a product that nobody dials, for example rules of a packet
   * filter that rewrite where they go.
   *
   * @param command tells the host so, and ends
   * @param needs the program that must be installed, and the line that installs it
   */
  record Interception(List<Word> command, Need needs) {
    public Interception {
      command = List.copyOf(command);
    }
  }

  /**
   * A program of the host that the product needs.
   *
   * @param program name on the PATH, for example {@code haproxy}
   * @param install what a person types to get it, for example {@code apt-get install haproxy}
   */
  record Need(String program, String install) {}

  /** What makes a product take up a renewed certificate. */
  enum Reload {
    HUP,
    USR1,
    USR2,
    /** It looks at its files by itself. */
    BY_ITSELF;

    /** As it stands in {@code sut.yaml}. */
    public String written() {
      return this == BY_ITSELF ? "by-itself" : name();
    }

    /** The signal to send, without SIG; empty if none has to be sent. */
    public Optional<String> signal() {
      return this == BY_ITSELF ? Optional.empty() : Optional.of(name());
    }
  }
}
