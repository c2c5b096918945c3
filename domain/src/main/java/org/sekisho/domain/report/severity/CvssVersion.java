package org.sekisho.domain.report.severity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The versions whose scores are computed, with their metrics, in the order of the specification, and the values of each. */
public enum CvssVersion {
    /** Specification document 3.1, table 15. */
    V3_1(
            "3.1",
            8,
            """
            AV N A L P
            AC L H
            PR N L H
            UI N R
            S U C
            C N L H
            I N L H
            A N L H
            E X U P F H
            RL X O T W U
            RC X U R C
            CR X L M H
            IR X L M H
            AR X L M H
            MAV X N A L P
            MAC X L H
            MPR X N L H
            MUI X N R
            MS X U C
            MC X N L H
            MI X N L H
            MA X N L H
            """),
    /** Specification document 4.0, table 23. */
    V4_0(
            "4.0",
            11,
            """
            AV N A L P
            AC L H
            AT N P
            PR N L H
            UI N P A
            VC H L N
            VI H L N
            VA H L N
            SC H L N
            SI H L N
            SA H L N
            E X A P U
            CR X H M L
            IR X H M L
            AR X H M L
            MAV X N A L P
            MAC X L H
            MAT X N P
            MPR X N L H
            MUI X N P A
            MVC X H L N
            MVI X H L N
            MVA X H L N
            MSC X H L N
            MSI X S H L N
            MSA X S H L N
            S X N P
            AU X N Y
            R X A U I
            V X D C
            RE X L M H
            U X Clear Green Amber Red
            """);

    /** What stands for a metric that a vector leaves out. */
    static final String NOT_DEFINED = "X";

    private final String number;
    private final List<String> mandatory;
    private final List<String> order;
    private final Map<String, Set<String>> metrics;

    CvssVersion(String number, int mandatory, String table) {
        this.number = number;
        Map<String, Set<String>> read = new LinkedHashMap<>();
        for (String line : table.strip().split("\n")) {
            List<String> words = List.of(line.strip().split(" "));
            read.put(words.get(0), Set.copyOf(words.subList(1, words.size())));
        }
        this.metrics = Collections.unmodifiableMap(read);
        this.order = List.copyOf(read.keySet());
        this.mandatory = order.subList(0, mandatory);
    }

    /** As it stands in a vector: {@code 3.1}. */
    public String number() {
        return number;
    }

    /** The values of each metric, by its short name, in the order of the specification. */
    Map<String, Set<String>> metrics() {
        return metrics;
    }

    /** All metrics in the order of the specification. */
    List<String> order() {
        return order;
    }

    /** The base metrics, which no vector may leave out. */
    List<String> mandatory() {
        return mandatory;
    }
}
