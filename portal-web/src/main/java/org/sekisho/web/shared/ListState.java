package org.sekisho.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/**
 * What a list shows, as it stands in the address: words looked for ({@code q}), filters, {@code sort} ({@code -name} for
 * descending), and the place in the list ({@code after} with {@code from}, the number of its first row). It reads the address
 * and writes the links that change one thing of it. Whatever the list doesn't know is left out; a value that can't be read
 * counts as not given.
 */
public final class ListState {

    private static final String WORDS = "q";
    private static final String SORT = "sort";
    private static final String AFTER = "after";
    private static final String FROM = "from";
    private static final String FORMAT = "format";

    private final String path;
    private final List<String> about;
    private final List<String> sorts;
    private final Map<String, String> values = new LinkedHashMap<>();

    private ListState(String path, List<String> about, List<String> sorts) {
        this.path = path;
        this.about = List.copyOf(about);
        this.sorts = List.copyOf(sorts);
    }

    /**
     * Reads the address of the request.
     *
     * @param filters names of the parameters that narrow the list
     * @param sorts what it can be sorted by; the first is usual, {@code -name} where that is descending
     */
    public static ListState of(HttpServletRequest request, List<String> filters, List<String> sorts) {
        return within(request, List.of(), filters, sorts);
    }

    /**
     * Reads the address of a list that is part of something: of the tab of an agreement, of a playbook.
     *
     * @param about names of the parameters that say of what; every address of the list holds them, and they narrow nothing
     */
    public static ListState within(
            HttpServletRequest request, List<String> about, List<String> filters, List<String> sorts) {
        ListState state = new ListState(request.getRequestURI(), about, sorts);
        about.forEach(name -> state.read(request, name));
        state.read(request, WORDS);
        filters.forEach(filter -> state.read(request, filter));
        state.read(request, SORT);
        state.read(request, AFTER);
        state.read(request, FROM);
        if (sorts.stream().noneMatch(sort -> bare(sort).equals(state.field()))) {
            state.values.remove(SORT);
        }
        return state;
    }

    private void read(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value != null && !value.isBlank() && value.length() <= 1_000) {
            values.put(name, value.strip());
        }
    }

    /** What was given under this name. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The words looked for. */
    public Optional<String> words() {
        return value(WORDS);
    }

    /** The constant that a filter names. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> kind) {
        for (E each : kind.getEnumConstants()) {
            if (each.name().equals(values.get(name))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The day that a filter names. */
    public Optional<LocalDate> day(String name) {
        try {
            return value(name).map(LocalDate::parse);
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    /** The identifier that a filter names. */
    public Optional<UUID> id(String name) {
        try {
            return value(name).map(UUID::fromString);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The page of the list that the address asks for. */
    public PageRequest page() {
        return new PageRequest(PageRequest.USUAL, value(AFTER), sorted(), isDescending());
    }

    /** The same list in large pages, for taking all of it out. */
    public PageRequest wholeAfter(Optional<String> after) {
        return new PageRequest(PageRequest.MOST, after, sorted(), isDescending());
    }

    /** The field to sort by. Without one, "descending" would turn the list's own order round, which may be descending itself. */
    private Optional<String> sorted() {
        return value(SORT).isPresent() || isDescending() ? Optional.of(field()) : Optional.empty();
    }

    // What follows is asked by templates, which want plain values.

    public String getWords() {
        return words().orElse("");
    }

    public boolean isSet(String name) {
        return values.containsKey(name);
    }

    public String of(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return values.keySet().stream()
                .anyMatch(name -> !List.of(SORT, AFTER, FROM).contains(name) && !about.contains(name));
    }

    /** What the list is about, for a form that changes its filters. */
    public List<Map.Entry<String, String>> getAbout() {
        return values.entrySet().stream()
                .filter(each -> about.contains(each.getKey()))
                .toList();
    }

    /** The address of the whole list, in the order that was asked for. */
    public String getWhole() {
        Map<String, String> changed = new LinkedHashMap<>();
        getAbout().forEach(each -> changed.put(each.getKey(), each.getValue()));
        value(SORT).ifPresent(sort -> changed.put(SORT, sort));
        return address(changed);
    }

    /** The address of what is shown, where an act that concerned a row of it leads back to. */
    public String getHere() {
        return address(values);
    }

    /** The address without one filter, from the list's beginning. */
    public String without(String name) {
        Map<String, String> changed = fromBeginning();
        changed.remove(name);
        return address(changed);
    }

    /** The address sorted by a field; by the same field once more, the other way round. */
    public String sortedBy(String field) {
        Map<String, String> changed = fromBeginning();
        changed.put(SORT, field.equals(field()) && !isDescending() ? "-" + field : field);
        return address(changed);
    }

    /** {@code ascending}, {@code descending} or {@code none}: as the attribute of a column's head says it. */
    public String order(String field) {
        if (!field.equals(field())) {
            return "none";
        }
        return isDescending() ? "descending" : "ascending";
    }

    public String getSort() {
        return of(SORT);
    }

    /** The bare address, without filters. */
    public String getPath() {
        return path;
    }

    /** The list's beginning, where the page shows a later part. */
    public String getFirst() {
        return address(fromBeginning());
    }

    public boolean isLater() {
        return values.containsKey(AFTER);
    }

    /** The address of the part after this one. */
    public String next(Page<?> page) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(AFTER, page.next().orElse(""));
        changed.put(FROM, String.valueOf(from() + page.items().size()));
        return address(changed);
    }

    /** The number of the first row shown. */
    public int from() {
        try {
            return isLater() ? Math.max(1, Integer.parseInt(of(FROM))) : 1;
        } catch (NumberFormatException malformed) {
            return 1;
        }
    }

    /** The address that answers with the whole list as CSV. */
    public String getCsv() {
        Map<String, String> changed = fromBeginning();
        changed.put(FORMAT, "csv");
        return address(changed);
    }

    private Map<String, String> fromBeginning() {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(AFTER);
        changed.remove(FROM);
        return changed;
    }

    private String field() {
        return bare(sort());
    }

    private boolean isDescending() {
        return sort().startsWith("-");
    }

    /** As it was asked for, or the usual one. */
    private String sort() {
        return value(SORT).orElse(sorts.isEmpty() ? "" : sorts.get(0));
    }

    private static String bare(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private String address(Map<String, String> parameters) {
        StringBuilder address = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            address.append(separator)
                    .append(each.getKey())
                    .append('=')
                    .append(URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return address.toString();
    }
}
