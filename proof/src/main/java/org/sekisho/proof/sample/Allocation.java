package org.sekisho.proof.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many items of a stratified sample come from which stratum: one from each, and what is left in proportion to what is left of the
 * strata, by largest remainder. Of equal remainders the larger stratum comes first, of equal strata the one whose name does.
 */
public final class Allocation {

    private Allocation() {}

    /**
     * @param strata how many records each holds, at least one
     * @param size of the sample, from the number of strata to that of records
     */
    public static SortedMap<String, Integer> of(Map<String, Integer> strata, int size) {
        long records = strata.values().stream().mapToLong(Integer::longValue).sum();
        if (size < strata.size() || size > records || strata.values().stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("No sample of " + size + " from " + strata);
        }
        SortedMap<String, Integer> allocation = new TreeMap<>();
        List<Share> shares = new ArrayList<>();
        long open = (long) size - strata.size();
        long left = records - strata.size();
        long given = 0;
        for (Map.Entry<String, Integer> stratum : new TreeMap<>(strata).entrySet()) {
            long part = open * (stratum.getValue() - 1L);
            long whole = left == 0 ? 0 : part / left;
            allocation.put(stratum.getKey(), (int) (1 + whole));
            shares.add(new Share(stratum.getKey(), stratum.getValue(), left == 0 ? 0 : part % left));
            given += whole;
        }
        shares.sort(Comparator.comparingLong(Share::remainder)
                .thenComparingInt(Share::records)
                .reversed()
                .thenComparing(Share::stratum));
        shares.stream().limit(open - given).forEach(share -> allocation.merge(share.stratum(), 1, Integer::sum));
        return allocation;
    }

    private record Share(String stratum, int records, long remainder) {}
}
