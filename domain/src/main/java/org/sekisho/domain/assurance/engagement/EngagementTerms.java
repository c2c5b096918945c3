package org.sekisho.domain.assurance.engagement;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.shared.Checks;

/**
 * What is agreed with the auditors before the fieldwork.
 *
 * @param criteria what the subject matter is measured against; may stay empty until the fieldwork begins
 * @param responsibleParty the organisation that answers for the subject matter, which is the audited one
 * @param intendedUsers for whom the report is; may stay empty until the fieldwork begins
 * @param period what the engagement looks at
 * @param sections what of it is in scope; at least one
 * @param reportDue the day by which the engagement is to be closed
 */
public record EngagementTerms(
        Standard standard,
        AssuranceLevel level,
        String criteria,
        UUID responsibleParty,
        String intendedUsers,
        Period period,
        Set<EvidenceSection> sections,
        LocalDate reportDue) {

    /** The most characters of the criteria. */
    public static final int CRITERIA_LIMIT = 4_000;
    /** The most characters of the intended users. */
    public static final int INTENDED_USERS_LIMIT = 1_000;

    public EngagementTerms {
        Checks.require(standard, "standard");
        Checks.require(level, "level");
        Checks.check(
                (standard == Standard.AGREED_UPON_PROCEDURES) == (level == AssuranceLevel.NONE),
                AssuranceError.LEVEL_AGAINST_STANDARD);
        criteria = Checks.optionalText(criteria, "criteria", CRITERIA_LIMIT);
        Checks.require(responsibleParty, "responsibleParty");
        intendedUsers = Checks.optionalText(intendedUsers, "intendedUsers", INTENDED_USERS_LIMIT);
        Checks.require(period, "period");
        Checks.check(!sections.isEmpty(), AssuranceError.SCOPE_EMPTY);
        sections = Collections.unmodifiableSet(EnumSet.copyOf(sections));
        Checks.require(reportDue, "reportDue");
        Checks.check(reportDue.isAfter(period.last()), AssuranceError.REPORT_DUE_TOO_EARLY);
    }

    /** Refuses sections of which there is nothing where no agreement is audited. */
    void requireStandingAlone() {
        Checks.check(sections.stream().allMatch(EvidenceSection::standsAlone), AssuranceError.SECTION_NEEDS_AGREEMENT);
    }

    /** Whether nothing is missing that the fieldwork needs. */
    public boolean areComplete() {
        return !criteria.isEmpty() && !intendedUsers.isEmpty();
    }
}
