package org.sekisho.domain.agreement.clause;

import java.time.LocalDate;
import java.util.Optional;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Refusal;

/**
 * Term, confidentiality, subcontracting, liability, law and governing text. The exclusion of anti-social forces is part of
 * every agreement and needs no data.
 *
 * @param firstDay the first day of the term, in Tokyo
 * @param lastDay the last day of the term, inclusive
 * @param governingText the language whose text decides where the two differ
 * @param law the law that governs, as it is written in a sentence: "Japan", 日本国
 * @param court the court that both sides agree on for the first instance
 * @param confidentialityYears years for which confidentiality outlives the agreement
 * @param subcontracting whether work under the agreement may be given to others
 * @param liabilityCapYen the most that one party owes another for damage by simple negligence, in yen; empty = no cap
 * @param terminationNoticeDays days of notice before a termination for convenience
 * @param furtherProvisions what the parties add in their own words
 */
public record GeneralClause(
        LocalDate firstDay,
        LocalDate lastDay,
        Language governingText,
        Words law,
        Words court,
        int confidentialityYears,
        Subcontracting subcontracting,
        Optional<Long> liabilityCapYen,
        int terminationNoticeDays,
        Optional<Words> furtherProvisions)
        implements Clause {

    /** A longer term would outlive what is known about the model. */
    public static final int MOST_YEARS = 5;

    /** Whether work may be given to others. */
    public enum Subcontracting {
        FORBIDDEN,
        /** Only to whom every other party agreed beforehand, in writing. */
        WITH_CONSENT
    }

    public GeneralClause {
        Checks.require(firstDay, "firstDay");
        Checks.require(lastDay, "lastDay");
        Checks.check(!lastDay.isBefore(firstDay), ClauseError.TERM_REVERSED);
        if (!lastDay.isBefore(firstDay.plusYears(MOST_YEARS))) {
            throw Refusal.of(ClauseError.TERM_TOO_LONG, "years", MOST_YEARS);
        }
        Checks.require(governingText, "governingText");
        law.atMost(ClauseChecks.NAME_LIMIT, "law");
        court.atMost(ClauseChecks.NAME_LIMIT, "court");
        ClauseChecks.range(confidentialityYears, "confidentialityYears", 1, 30);
        Checks.require(subcontracting, "subcontracting");
        liabilityCapYen.ifPresent(cap -> ClauseChecks.range(cap, "liabilityCapYen", 1, 1_000_000_000_000L));
        ClauseChecks.range(terminationNoticeDays, "terminationNoticeDays", 1, 365);
        Checks.require(furtherProvisions, "furtherProvisions");
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.GENERAL;
    }

    /** Whether the day lies in the term. */
    public boolean covers(LocalDate day) {
        return Days.within(day, firstDay, lastDay);
    }
}
