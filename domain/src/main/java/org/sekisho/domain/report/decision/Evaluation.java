package org.sekisho.domain.report.decision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;

/**
 * What a table answered, with everything needed to check it later.
 *
 * @param table the code of the table
 * @param version of the table
 * @param row the number of the row, from 0
 * @param inputs the value of each input, in the order of the table
 */
public record Evaluation(String table, int version, int row, Map<String, String> inputs, String outcome) {

    public Evaluation {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** The version that answered, as a clause would name it. */
    public TableReference by() {
        return new TableReference(table, version);
    }
}
