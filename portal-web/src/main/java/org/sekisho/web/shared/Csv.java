package org.sekisho.web.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sekisho.domain.shared.Page;

/**
 * A list as CSV: each column's name beside what stands in it, so that the two can't drift apart. Names are words of the domain,
 * in English for every reader, small and joined by underscores: {@code valid_until}. A moment's name ends in {@code _at}, a day's
 * in {@code _on}, {@code _until} or the like.
 */
public final class Csv<T> {

    private static final Pattern NAME = Pattern.compile("[a-z]+[0-9]*(?:_[a-z0-9]+)*");

    private final List<String> names = new ArrayList<>();
    private final List<Function<T, ?>> cells = new ArrayList<>();

    /**
     * One more column.
     *
     * @param cell what isn't there is left empty; several values are parted by semicolons
     */
    public Csv<T> with(String name, Function<T, ?> cell) {
        if (!NAME.matcher(name).matches() || names.contains(name)) {
            throw new IllegalArgumentException("not a name of a column: " + name);
        }
        names.add(name);
        cells.add(cell);
        return this;
    }

    /** Answers with all pages of the list. */
    public void send(String file, Function<Optional<String>, Page<T>> page) {
        CsvDownload.send(file, header(), page, this::line);
    }

    List<String> header() {
        return List.copyOf(names);
    }

    List<Object> line(T row) {
        return cells.stream().<Object>map(cell -> plain(cell.apply(row))).toList();
    }

    private static Object plain(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.isPresent() ? plain(maybe.get()) : "";
        }
        if (value instanceof OptionalLong maybe) {
            return maybe.isPresent() ? maybe.getAsLong() : "";
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(each -> plain(each).toString()).collect(Collectors.joining(";"));
        }
        return value;
    }
}
