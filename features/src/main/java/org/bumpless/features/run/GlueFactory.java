package org.bumpless.features.run;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bumpless.features.World;

/** Makes the step classes of one scenario; they take its world, or nothing, by constructor. */
final class GlueFactory implements ObjectFactory {
  private final Supplier<World> world;
  private final Map<Class<?>, Object> glue = new HashMap<>();

  GlueFactory(Supplier<World> world) {
    this.world = world;
  }

  @Override
  public void start() {
    glue.clear();
  }

  @Override
  public void stop() {
    glue.clear();
  }

  @Override
  public boolean addClass(Class<?> type) {
    return true;
  }

  @Override
  public <T> T getInstance(Class<T> type) {
    Object known = glue.get(type);
    if (known == null) {
      known = make(type);
      glue.put(type, known);
    }
    return type.cast(known);
  }

  private Object make(Class<?> type) {
    Constructor<?>[] constructors = type.getConstructors();
    if (constructors.length != 1) {
      throw new IllegalStateException(type + " needs exactly one public constructor");
    }
    try {
      return constructors[0].getParameterCount() == 0
          ? constructors[0].newInstance()
          : constructors[0].newInstance(world.get());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " must take a World or nothing: " + e, e);
    }
  }
}
