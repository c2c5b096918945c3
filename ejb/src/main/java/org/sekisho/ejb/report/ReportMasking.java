package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.RedactionClause;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.report.redaction.Redactor;
import org.sekisho.domain.report.release.Recipient;
import org.sekisho.ejb.shared.CurrentAct;

/**
 * Masks what reports say as the agreement's redaction clause has it for an audience. Without a clause nobody but the owner sees anything
 * sensitive: a clause that is missing permits nothing, and no institution is locked out of its own findings.
 */
@ApplicationScoped
public class ReportMasking {

    @Inject
    private CurrentAct act;

    @Inject
    private ReportTerms terms;

    @Inject
    private Redactor redactor;

    /** For whoever acts, reading a report of this owner. */
    public Masking forReader(UUID agreement, UUID owner) {
        return forAudience(agreement, act.actor().isOf(owner) ? Audience.OWNER : audience());
    }

    /** For an audience, whoever acts. */
    public Masking forAudience(UUID agreement, Audience audience) {
        Set<SensitiveMatter> masked = terms.clause(agreement, ClauseKind.REDACTION, RedactionClause.class)
                .map(clause -> clause.maskedFor(audience))
                .orElseGet(() -> audience == Audience.OWNER
                        ? EnumSet.noneOf(SensitiveMatter.class)
                        : EnumSet.allOf(SensitiveMatter.class));
        return new Masking(redactor, masked);
    }

    private Audience audience() {
        return act.actor().organisationKind().map(Recipient::audience).orElse(Audience.PEER);
    }
}
