package org.sekisho.domain.agreement.comparison;

import java.util.ArrayList;
import java.util.List;

/** Two sequences side by side, along a longest common subsequence. */
final class Alignment {

    /**
     * The most cells of a table. Texts of clauses stay far below; what is longer is shown as changed in one piece, so that no input costs
     * more than a few milliseconds.
     */
    private static final long MOST_CELLS = 4_000_000;

    /** Nothing on this side. */
    static final int NONE = -1;

    /** Positions in the earlier and the later sequence; {@link #NONE} on one side for what only the other one has. */
    record Pair(int before, int after) {
        boolean isCommon() {
            return before != NONE && after != NONE;
        }
    }

    private Alignment() {}

    /** Pairs in order: common elements together, and between them first what was removed, then what was added. */
    static <T> List<Pair> of(List<T> before, List<T> after) {
        List<Pair> pairs = new ArrayList<>();
        int prefix = 0;
        int shorter = Math.min(before.size(), after.size());
        while (prefix < shorter && before.get(prefix).equals(after.get(prefix))) {
            pairs.add(new Pair(prefix, prefix));
            prefix++;
        }
        int suffix = 0;
        while (suffix < shorter - prefix
                && before.get(before.size() - 1 - suffix).equals(after.get(after.size() - 1 - suffix))) {
            suffix++;
        }
        middle(before, after, prefix, suffix, pairs);
        for (int i = suffix; i > 0; i--) {
            pairs.add(new Pair(before.size() - i, after.size() - i));
        }
        return pairs;
    }

    private static <T> void middle(List<T> before, List<T> after, int prefix, int suffix, List<Pair> pairs) {
        int rows = before.size() - prefix - suffix;
        int columns = after.size() - prefix - suffix;
        int[][] longest = (long) rows * columns > MOST_CELLS
                ? new int[0][0]
                : lengths(before.subList(prefix, prefix + rows), after.subList(prefix, prefix + columns));
        int i = 0;
        int j = 0;
        while (longest.length > 0 && i < rows && j < columns) {
            if (before.get(prefix + i).equals(after.get(prefix + j))) {
                pairs.add(new Pair(prefix + i++, prefix + j++));
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                pairs.add(new Pair(prefix + i++, NONE));
            } else {
                pairs.add(new Pair(NONE, prefix + j++));
            }
        }
        while (i < rows) {
            pairs.add(new Pair(prefix + i++, NONE));
        }
        while (j < columns) {
            pairs.add(new Pair(NONE, prefix + j++));
        }
    }

    /** For each pair of positions, how long the longest common subsequence behind them is. */
    private static <T> int[][] lengths(List<T> before, List<T> after) {
        int[][] longest = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                longest[i][j] = before.get(i).equals(after.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }
}
