package org.sekisho.proof.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sekisho.proof.hash.Sha256;

/**
 * A population as it was frozen, in its one canonical form: a line for each record, sorted by id, each with a line feed. Its SHA-256 is
 * what the trail keeps from before there was a seed; {@code sha256sum population.txt} gives the same.
 *
 * @param items sorted, no record twice
 */
public record PopulationList(List<PopulationItem> items) {

    public PopulationList {
        items = List.copyOf(items);
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i - 1).id().compareTo(items.get(i).id()) >= 0) {
                throw new IllegalArgumentException(
                        "Not sorted, or twice: " + items.get(i).id());
            }
        }
    }

    /** Puts items into their order. */
    public static PopulationList of(Collection<PopulationItem> items) {
        return new PopulationList(items.stream().sorted().toList());
    }

    /** Reads the list; empty where the bytes aren't the canonical form of one. */
    public static Optional<PopulationList> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.US_ASCII);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            return Optional.empty();
        }
        List<PopulationItem> items = new ArrayList<>();
        String last = "";
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            int space = text.indexOf(' ', at);
            if (space < 0 || space > end) {
                return Optional.empty();
            }
            String id = text.substring(at, space);
            String stratum = text.substring(space + 1, end);
            if (!PopulationItem.isItem(id, stratum) || last.compareTo(id) >= 0) {
                return Optional.empty();
            }
            items.add(new PopulationItem(id, stratum));
            last = id;
            at = end + 1;
        }
        return Optional.of(new PopulationList(items));
    }

    /** The list's bytes. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder();
        items.forEach(each -> text.append(each.line()).append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** SHA-256 of {@link #bytes}, in lower-case hexadecimal. */
    public String sha256() {
        var digest = Sha256.start();
        items.forEach(each -> digest.update((each.line() + '\n').getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** How many records each stratum holds, by name. */
    public SortedMap<String, Integer> strata() {
        SortedMap<String, Integer> strata = new TreeMap<>();
        items.forEach(each -> strata.merge(each.stratum(), 1, Integer::sum));
        return strata;
    }
}
