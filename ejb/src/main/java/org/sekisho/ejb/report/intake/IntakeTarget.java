package org.sekisho.ejb.report.intake;

import java.util.List;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Words;

/** An agreement that somebody may import under, with the environments of its clause. */
public record IntakeTarget(UUID agreement, String number, List<Environment> environments) {

    public IntakeTarget {
        environments = List.copyOf(environments);
    }

    /** An environment by its code. */
    public record Environment(String code, Words name) {}
}
