package org.bumpless.plc.st.run;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import org.bumpless.plc.st.typed.TypedSource;
import org.bumpless.plc.st.typed.TypedSource.Role;
import org.bumpless.plc.st.typed.TypedSource.Slot;

/** A compiled program; it can be started any number of times, each with variables of its own. */
public final class StProgram {
  private final TypedSource source;
  private final Loader loader;
  private final Cells cells = new Cells();

  /**
   * @param classes by their names
   */
  public StProgram(TypedSource source, Map<String, byte[]> classes) {
    this.source = source;
    this.loader = new Loader(Map.copyOf(classes));
  }

  public String name() {
    return source.name();
  }

  /** Names of the variables of its programs with one role, in the order in which they stand. */
  public List<String> wires(Role role) {
    return source.instances().stream()
        .flatMap(
            instance ->
                source.units().stream().filter(its -> its.name().equals(instance.program())))
        .flatMap(unit -> unit.slots().stream())
        .filter(slot -> slot.role() == role)
        .map(Slot::name)
        .distinct()
        .toList();
  }

  /** Starts it: all variables have their first values. */
  public StInstance start(ProcessMemory memory) {
    try {
      Class<?> shared = loader.loadClass("st.Globals");
      StGlobals globals = (StGlobals) shared.getConstructor().newInstance();
      return new StInstance(source, new Loaded(globals), memory, cells);
    } catch (ReflectiveOperationException e) {
      throw broken(e);
    }
  }

  private static IllegalStateException broken(ReflectiveOperationException e) {
    Throwable why = e instanceof InvocationTargetException ? e.getCause() : e;
    return new IllegalStateException("a compiled program does not load: " + why, e);
  }

  /** The objects of one start. */
  private final class Loaded implements StInstance.Units {
    private final StGlobals globals;

    Loaded(StGlobals globals) {
      this.globals = globals;
    }

    @Override
    public StGlobals globals() {
      return globals;
    }

    @Override
    public Object create(String program) {
      try {
        Constructor<?> constructor =
            loader.loadClass("st.unit." + program).getConstructor(globals.getClass());
        return constructor.newInstance(globals);
      } catch (ReflectiveOperationException e) {
        throw broken(e);
      }
    }

    @Override
    public Runnable body(Object unit) {
      return (Runnable) unit;
    }
  }

  /** Classes of one program; they go when it goes. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super("structured-text", StProgram.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
