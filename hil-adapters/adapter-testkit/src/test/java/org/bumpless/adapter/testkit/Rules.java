package org.bumpless.adapter.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * How a contract judged one subclass.
 *
 * @param kept ids of the rules that hold, for example {@code pep05}
 * @param broken ids of the rules that do not, and how that showed
 * @param skipped ids of the rules that have nothing to say
 */
record Rules(Set<String> kept, Map<String, String> broken, Set<String> skipped) {
  private static final String FAULT = "fault";

  /**
   * Runs the contract by a launcher of its own.
   *
   * @param fault what the double is to do wrong; empty for nothing
   * @param wanted ids of the rules that are tried; all if none is given
   */
  static Rules of(Class<?> subclass, String fault, String... wanted) {
    Rules rules = new Rules(new TreeSet<>(), new TreeMap<>(), new TreeSet<>());
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(subclass))
            .configurationParameter(FAULT, fault)
            .filters(
                (PostDiscoveryFilter)
                    test ->
                        FilterResult.includedIf(
                            wanted.length == 0
                                || test.getSource()
                                    .flatMap(Rules::rule)
                                    .filter(Set.of(wanted)::contains)
                                    .isPresent()))
            .build();
    LauncherFactory.create().execute(request, rules.new Listener());
    return rules;
  }

  /** The id of the rule that a test stands for. */
  private static Optional<String> rule(TestSource source) {
    return source instanceof MethodSource method
        ? Optional.of(method.getMethodName().replaceFirst("_.*", ""))
        : Optional.empty();
  }

  /** Gives the fault of this run to the constructor of the double's test class. */
  static final class Fault implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType().equals(String.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context.getConfigurationParameter(FAULT).orElse("");
    }
  }

  /** Sorts the results by what became of them. */
  private final class Listener implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      test.getSource()
          .flatMap(Rules::rule)
          .ifPresent(
              rule -> {
                switch (result.getStatus()) {
                  case SUCCESSFUL -> kept.add(rule);
                  case FAILED ->
                      broken.put(rule, String.valueOf(result.getThrowable().orElse(null)));
                  case ABORTED -> skipped.add(rule);
                }
              });
    }
  }
}
