package org.sekisho.container.matrix;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCaseMethod;
import org.sekisho.ejb.shared.UseCases;

/** One use case of the deployed portal. */
record UseCase(Class<?> service, Method method) {

    /** Every use case there is. */
    static List<UseCase> all() {
        BeanManager beans = CDI.current().getBeanManager();
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(each -> each.isAnnotationPresent(UseCases.class))
                .filter(each -> !each.getName().startsWith("org.sekisho.container."))
                .distinct()
                .flatMap(each -> Arrays.stream(each.getMethods())
                        .filter(method -> method.isAnnotationPresent(Permission.class))
                        .map(method -> new UseCase(each, method)))
                .sorted(Comparator.comparing(UseCase::name).thenComparing(each -> each.method.toString()))
                .toList();
    }

    Permission permission() {
        return method.getAnnotation(Permission.class);
    }

    /** As the trail names it. */
    String act() {
        return UseCaseMethod.actName(permission(), method.getName());
    }

    boolean isRecordedAlways() {
        return permission().recorded() == Recorded.ALWAYS;
    }

    /** Whether an event is written when it is done; before sign-in nobody is an auditor. */
    boolean isRecorded(boolean auditor) {
        return switch (permission().recorded()) {
            case ALWAYS -> true;
            case REFUSALS -> auditor && !permission().beforeSignIn();
            case UNDONE -> false;
        };
    }

    /** Whether it does more than read: it is recorded always, or it is a job's. */
    boolean mayChange() {
        return isRecordedAlways()
                || permission().value().endsWith(":run")
                || permission().value().startsWith("installation:");
    }

    /** {@code GrantService.approve}. */
    String name() {
        return service.getSimpleName() + "." + method.getName();
    }

    Object bean() {
        return CDI.current().select(service).get();
    }
}
