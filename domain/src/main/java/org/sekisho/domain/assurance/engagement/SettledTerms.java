package org.sekisho.domain.assurance.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;

/** {@link EngagementTerms} as columns of the engagement; the sections stand in a table of their own. */
@Embeddable
public class SettledTerms {

    @Enumerated(EnumType.STRING)
    @Column(name = "standard", nullable = false)
    private Standard standard;

    @Enumerated(EnumType.STRING)
    @Column(name = "assurance_level", nullable = false)
    private AssuranceLevel level;

    @Column(name = "criteria", nullable = false)
    private String criteria;

    @Column(name = "responsible_party_id", nullable = false)
    private UUID responsibleParty;

    @Column(name = "intended_users", nullable = false)
    private String intendedUsers;

    @Column(name = "period_first", nullable = false)
    private LocalDate periodFirst;

    @Column(name = "period_last", nullable = false)
    private LocalDate periodLast;

    @Column(name = "report_due", nullable = false)
    private LocalDate reportDue;

    @SuppressWarnings("NullAway")
    protected SettledTerms() {}

    SettledTerms(EngagementTerms terms) {
        this.standard = terms.standard();
        this.level = terms.level();
        this.criteria = terms.criteria();
        this.responsibleParty = terms.responsibleParty();
        this.intendedUsers = terms.intendedUsers();
        this.periodFirst = terms.period().first();
        this.periodLast = terms.period().last();
        this.reportDue = terms.reportDue();
    }

    EngagementTerms with(Set<EvidenceSection> sections) {
        return new EngagementTerms(
                standard,
                level,
                criteria,
                responsibleParty,
                intendedUsers,
                new Period(periodFirst, periodLast),
                sections,
                reportDue);
    }
}
