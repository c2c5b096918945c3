package org.sekisho.ejb.shared;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Subject;

/** What the annotations of one use case say, read once. */
public record UseCaseMethod(Permission permission, String act, int aboutParameter, String aboutKind) {

    private static final Map<Method, UseCaseMethod> READ = new ConcurrentHashMap<>();

    static UseCaseMethod of(Method method) {
        return READ.computeIfAbsent(method, UseCaseMethod::read);
    }

    private static UseCaseMethod read(Method method) {
        Permission permission = method.getAnnotation(Permission.class);
        if (permission == null) {
            throw new IllegalStateException(method + " is reachable as a use case, but declares no permission");
        }
        Annotation[][] annotations = method.getParameterAnnotations();
        for (int i = 0; i < annotations.length; i++) {
            for (Annotation annotation : annotations[i]) {
                if (annotation instanceof About about) {
                    return new UseCaseMethod(permission, actName(permission, method.getName()), i, about.value());
                }
            }
        }
        return new UseCaseMethod(permission, actName(permission, method.getName()), -1, "");
    }

    /** {@code agreement:sign} and {@code openSigning} make {@code agreement.open-signing}. */
    public static String actName(Permission permission, String method) {
        String module = permission.value().substring(0, permission.value().indexOf(':'));
        return module + "." + method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The subject among the arguments; the container hands none at all to a method without parameters. */
    Optional<Subject> subject(Object @Nullable [] arguments) {
        if (arguments == null) {
            return Optional.empty();
        }
        if (aboutParameter >= 0) {
            return subject(arguments[aboutParameter]);
        }
        for (@Nullable Object argument : arguments) {
            if (argument instanceof Command command) {
                return Optional.of(command.subject());
            }
        }
        return Optional.empty();
    }

    private Optional<Subject> subject(@Nullable Object argument) {
        return argument instanceof UUID id ? Optional.of(new Subject(aboutKind, id)) : Optional.empty();
    }
}
