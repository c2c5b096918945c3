package org.sekisho.container.matrix;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.Command;

/**
 * Well-formed arguments for any use case, about the things of one bank: found by type, by what a parameter is about, and by its
 * name. A record is made from its components in the same way. What can't be told from these is {@link Described}, and what isn't
 * described is an error that says so.
 */
final class Arguments {

    private final Described described;

    Arguments(Described described) {
        this.described = described;
    }

    /** Whether the use case names a thing of the bank, so that it can be called about another's. */
    boolean concern(UseCase useCase) {
        return Arrays.stream(useCase.method().getParameters())
                        .anyMatch(each ->
                                each.isAnnotationPresent(About.class) || Command.class.isAssignableFrom(each.getType()))
                || described.concerns(useCase.name());
    }

    Object[] of(UseCase useCase, Bank bank) {
        Optional<Object[]> whole = described.arguments(useCase.name(), bank);
        if (whole.isPresent()) {
            return whole.get();
        }
        Parameter[] parameters = useCase.method().getParameters();
        Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            About about = parameters[i].getAnnotation(About.class);
            String name = about == null ? parameters[i].getName() : about.value();
            arguments[i] = value(parameters[i].getParameterizedType(), name, new Place(useCase.name(), bank));
        }
        return arguments;
    }

    private record Place(String useCase, Bank bank) {}

    private Object value(Type type, String name, Place place) {
        Class<?> raw = type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
        Optional<Object> known = described.value(raw, name, place.useCase(), place.bank());
        if (known.isPresent()) {
            return known.get();
        }
        if (raw == UUID.class) {
            return described.id(name, place.useCase(), place.bank());
        } else if (raw == Optional.class) {
            return optional(argument(type), name, place);
        } else if (raw == List.class) {
            return List.of(value(argument(type), name, place));
        } else if (raw == Set.class) {
            return name.endsWith("states") || name.equals("controls")
                    ? Set.of()
                    : Set.of(value(argument(type), name, place));
        } else if (raw == String.class) {
            return described.text(name, place.useCase(), place.bank());
        } else if (raw == int.class || raw == Integer.class) {
            return 1;
        } else if (raw == long.class || raw == Long.class) {
            return 1L;
        } else if (raw == boolean.class || raw == Boolean.class) {
            return true;
        } else if (raw == LocalDate.class) {
            return described.day(name);
        } else if (raw == Instant.class) {
            return described.moment();
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        } else if (raw.isRecord()) {
            return record(raw, place);
        }
        throw new IllegalStateException("Describe " + raw.getName() + " " + name + " of " + place.useCase());
    }

    /** An id that is known is given; what merely narrows a list or changes a detail is left out. */
    private Object optional(Type type, String name, Place place) {
        return type == UUID.class && described.knows(name, place.bank())
                ? Optional.of(value(type, name, place))
                : Optional.empty();
    }

    private Object record(Class<?> type, Place place) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(each -> value(each.getGenericType(), each.getName(), place))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException(
                    "Describe " + type.getName() + " of " + place.useCase() + ": " + refused.getCause(), refused);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(type.getName(), broken);
        }
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
