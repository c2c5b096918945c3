package org.sekisho.domain.report.decision;

import java.util.List;

/** Where a combination stands in the order of each input, from the least grave on. */
final class Places {

    private final int[] at;

    /** Refuses a value that its input hasn't. */
    Places(List<Point> inputs, List<String> values) {
        at = new int[inputs.size()];
        for (int input = 0; input < at.length; input++) {
            at[input] = inputs.get(input).place(values.get(input));
        }
    }

    boolean nowhereGraverThan(Places other) {
        for (int input = 0; input < at.length; input++) {
            if (at[input] > other.at[input]) {
                return false;
            }
        }
        return true;
    }

    /** Whether it comes before where the last input changes fastest. */
    boolean before(Places other) {
        for (int input = 0; input < at.length; input++) {
            if (at[input] != other.at[input]) {
                return at[input] < other.at[input];
            }
        }
        return false;
    }
}
