package org.sekisho.container;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sekisho.domain.shared.CsvLine;

/** A list as its CSV has it, and what can be said of it without knowing the list: whether it keeps an order, and whether it is narrowed. */
record CsvTable(List<String> header, List<List<String>> rows) {

    /** Orders whose column has another name. */
    private static final Map<String, String> COLUMNS = Map.of();

    private static final String CONSTANT = "[A-Z][A-Z0-9_]+";
    private static final String MOMENT = "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z";

    static CsvTable of(String text) {
        List<List<String>> lines = new ArrayList<>();
        try (CSVParser parser =
                CSVParser.parse(new StringReader(text.replace(CsvLine.BYTE_ORDER_MARK, "")), CSVFormat.RFC4180)) {
            for (CSVRecord each : parser) {
                lines.add(each.toList());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return lines.isEmpty()
                ? new CsvTable(List.of(), List.of())
                : new CsvTable(lines.get(0), List.copyOf(lines.subList(1, lines.size())));
    }

    /** What is wrong where this is said to be sorted by a field, and the other by the same field the other way round. */
    Optional<String> unkept(CsvTable falling, String field) {
        if (!new HashSet<>(rows).equals(new HashSet<>(falling.rows)) || rows.size() != falling.rows.size()) {
            return Optional.of("other rows the other way round");
        }
        List<Integer> named = columns(field);
        IntStream candidates = named.isEmpty()
                ? IntStream.range(0, header.size()).filter(column -> isVaried(column))
                : named.stream().mapToInt(Integer::intValue);
        int[] columns = candidates.toArray();
        boolean kept = columns.length == 0
                || Arrays.stream(columns).anyMatch(column -> isSorted(values(column), falling.values(column)));
        return kept
                ? Optional.empty()
                : Optional.of("no order in "
                        + Arrays.stream(columns).mapToObj(header::get).toList() + " of " + first(columns));
    }

    private String first(int[] columns) {
        return values(columns[0]).toString();
    }

    /** What is wrong where the other is said to be this, narrowed. */
    Optional<String> narrowed(CsvTable narrow, String field, String value) {
        List<List<String>> left = new ArrayList<>(rows);
        for (List<String> row : narrow.rows) {
            if (!left.remove(row)) {
                return Optional.of("a row that the whole list hasn't: " + row);
            }
        }
        Optional<Integer> column = columns(field).stream().findFirst();
        if (column.isEmpty() || values(column.get()).stream().noneMatch(value::equals)) {
            return Optional.empty();
        }
        List<String> kept = narrow.values(column.get());
        long wanted = values(column.get()).stream().filter(value::equals).count();
        return kept.stream().allMatch(value::equals) && kept.size() == wanted
                ? Optional.empty()
                : Optional.of(wanted + " rows wanted, and there is " + kept);
    }

    /** Where a field stands: {@code validUntil} as {@code valid_until}, {@code requested} as {@code requested_at}. */
    private List<Integer> columns(String field) {
        String name =
                COLUMNS.getOrDefault(field, field).replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        int exact = header.indexOf(name);
        return exact >= 0
                ? List.of(exact)
                : IntStream.range(0, header.size())
                        .filter(each -> header.get(each).startsWith(name + "_"))
                        .boxed()
                        .toList();
    }

    private List<String> values(int column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    private boolean isVaried(int column) {
        return new HashSet<>(values(column)).size() > 1;
    }

    /** Equal values stand together, and the other way round they follow each other the other way round; what isn't there stands at an end. */
    private static boolean isSorted(List<String> rising, List<String> falling) {
        List<String> up = runs(rising);
        List<String> down = runs(falling);
        if (new HashSet<>(up).size() != up.size()) {
            return false;
        }
        up.remove("");
        down.remove("");
        List<String> turned = new ArrayList<>(down);
        Collections.reverse(turned);
        return up.equals(turned) && isRising(up);
    }

    private static List<String> runs(List<String> values) {
        List<String> runs = new ArrayList<>();
        for (String each : values) {
            if (runs.isEmpty() || !runs.get(runs.size() - 1).equals(each)) {
                runs.add(each);
            }
        }
        return runs;
    }

    /** By number, moment or text; constants have an order of their own. */
    private static boolean isRising(List<String> values) {
        if (values.stream().allMatch(each -> each.matches(CONSTANT) || each.matches("true|false"))) {
            return true;
        }
        if (values.stream().allMatch(each -> each.matches("-?\\d{1,18}"))) {
            return isRising(values, Comparator.comparingLong(Long::parseLong));
        }
        if (values.stream().allMatch(each -> each.matches(MOMENT))) {
            // Written without the zeros at its end, a fraction isn't in the order of its text.
            return isRising(values, Comparator.comparing(Instant::parse));
        }
        return isRising(values, Comparator.naturalOrder())
                || isRising(values, String.CASE_INSENSITIVE_ORDER)
                || isRising(values, Collator.getInstance(Locale.ROOT)::compare);
    }

    private static boolean isRising(List<String> values, Comparator<String> order) {
        return IntStream.range(1, values.size()).allMatch(i -> order.compare(values.get(i - 1), values.get(i)) <= 0);
    }
}
