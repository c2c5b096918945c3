package org.sekisho.proof.sample;

import java.util.regex.Pattern;

/**
 * One record of a population.
 *
 * @param id of the record, a UUID in its usual form
 * @param stratum the part of the population that it belongs to
 */
public record PopulationItem(String id, String stratum) implements Comparable<PopulationItem> {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern STRATUM = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    public PopulationItem {
        if (!isItem(id, stratum)) {
            throw new IllegalArgumentException("No item of a population: " + id + " " + stratum);
        }
    }

    static boolean isItem(String id, String stratum) {
        return ID.matcher(id).matches() && STRATUM.matcher(stratum).matches();
    }

    /** By id: all have the same length and alphabet, so that it is the order of {@code sort} in the C locale too. */
    @Override
    public int compareTo(PopulationItem other) {
        int byId = id.compareTo(other.id);
        return byId != 0 ? byId : stratum.compareTo(other.stratum);
    }

    /** As it stands in the list: id, space, stratum. */
    String line() {
        return id + ' ' + stratum;
    }
}
