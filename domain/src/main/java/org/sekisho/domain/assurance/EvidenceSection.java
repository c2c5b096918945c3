package org.sekisho.domain.assurance;

import java.util.Locale;
import org.sekisho.domain.agreement.clause.ClauseKind;

/**
 * What evidence is about: the parts of an agreement that an engagement can look at. An engagement's scope is a set of sections,
 * and every item of evidence belongs to one.
 */
public enum EvidenceSection {
    /** Versions, signatures and internal approvals. */
    AGREEMENT(ClauseKind.GENERAL, Measure.CONTINUOUS),
    /** Who was given which role, by whose request and approval, and the reviews of it. */
    GRANTS(ClauseKind.PEOPLE, Measure.CONTINUOUS),
    TRAINING(ClauseKind.PEOPLE, Measure.CONTINUOUS),
    ENVIRONMENTS(ClauseKind.ENVIRONMENTS, Measure.CONTINUOUS),
    RELEASES(ClauseKind.EXPORT, Measure.COUNTED),
    REPORT_REVIEWS(ClauseKind.REVIEW, Measure.COUNTED),
    ESCALATIONS(ClauseKind.TABLES, Measure.COUNTED),
    LIVE_FIRE(ClauseKind.LIVE_FIRE, Measure.COUNTED),
    DATA_HANDLING(ClauseKind.DATA_HANDLING, Measure.CONTINUOUS),
    PLAYBOOK_EXERCISES(ClauseKind.PLAYBOOKS, Measure.COUNTED),
    USAGE(ClauseKind.USAGE, Measure.CONTINUOUS),
    /** Phases, and the votes that opened or closed them. */
    PHASES(ClauseKind.PHASE, Measure.CONTINUOUS),
    FREEZES(ClauseKind.GENERAL, Measure.CONTINUOUS),
    /** Acts of administrators, changes, backups and restores, keys, database access. */
    OPERATIONS(ClauseKind.DATA_HANDLING, Measure.CONTINUOUS),
    TRAIL(ClauseKind.AUDIT, Measure.CONTINUOUS);

    private final ClauseKind clause;
    private final Measure measure;

    EvidenceSection(ClauseKind clause, Measure measure) {
        this.clause = clause;
        this.measure = measure;
    }

    /** The clause that asks for it. */
    public ClauseKind clause() {
        return clause;
    }

    public Measure measure() {
        return measure;
    }

    /**
     * Whether there is something to look at without an agreement, where an organisation is audited on its own account: how it runs what
     * is its own, its playbooks, and its acts. Everything else is recorded under an agreement, or handed in for one of its clauses.
     */
    public boolean standsAlone() {
        return this == OPERATIONS || this == PLAYBOOK_EXERCISES || this == TRAIL;
    }

    /** As it stands in paths: lower case, words joined by hyphens. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How one tells that evidence is complete. */
    public enum Measure {
        /** Every day of the period must be proved. */
        CONTINUOUS,
        /** Each of the things that fell due must be proved; a month in which none did needs none. */
        COUNTED
    }
}
