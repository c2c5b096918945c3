package org.sekisho.server.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.sekisho.server.DemoPortal;

/** Starts portal and browser when the first test asks for them, and ends them after the last. */
final class BrowserExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == DemoPortal.class || type == Visitors.class || type == CsafValidator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String name = name(context);
        Store shared = context.getRoot().getStore(Namespace.create(NAMESPACE, name));
        Class<?> type = parameter.getParameter().getType();
        if (type == CsafValidator.class) {
            RunningBrowser browser = kept(shared, RunningBrowser.class, RunningBrowser::start);
            return kept(shared, CsafValidator.class, () -> new CsafValidator(browser));
        }
        DemoPortal portal = kept(shared, DemoPortal.class, () -> startPortal(name));
        if (type == DemoPortal.class) {
            return portal;
        }
        RunningBrowser browser = kept(shared, RunningBrowser.class, RunningBrowser::start);
        return kept(
                context.getStore(NAMESPACE),
                Visitors.class,
                () -> new Visitors(portal.url().toString(), browser, List.of()));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Visitors visitors = context.getStore(NAMESPACE).get(Visitors.class, Visitors.class);
        if (visitors != null && context.getExecutionException().isPresent()) {
            String name = context.getRequiredTestClass().getSimpleName() + "."
                    + context.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-");
            visitors.picture(Path.of("target", "screenshots"), name);
        }
    }

    private static <T> T kept(Store store, Class<T> type, Supplier<T> maker) {
        return store.getOrComputeIfAbsent(type, ignored -> maker.get(), type);
    }

    private static String name(ExtensionContext context) {
        BrowserTests tests = context.getRequiredTestClass().getAnnotation(BrowserTests.class);
        return Objects.requireNonNull(tests, "Only browser tests are extended").value();
    }

    private static DemoPortal startPortal(String name) {
        try {
            return DemoPortal.start(name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
