package org.sekisho.domain.assurance.engagement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.AuditClause;
import org.sekisho.domain.assurance.EvidenceSection;

/** What audits have to know of agreements, and of people who may audit. */
public interface AuditedAgreements {

    /** An agreement with a governing version that has an audit clause. */
    Optional<Audited> find(UUID agreement);

    /** Agreements in force or suspended whose governing version has an audit clause, in the order of their ids. */
    List<Audited> governing(Optional<UUID> after, int limit);

    /** Every organisation that is party now, whether or not a version governs; empty for an agreement that can't be seen. */
    Set<UUID> parties(UUID agreement);

    /** Every organisation that counts for a person on a day: home, host, commissioning, and those left less than two years ago. */
    Set<UUID> affiliations(UUID person, LocalDate day);

    /** The names of people in the language that the person who acts reads; whoever was erased is missing. */
    Map<UUID, String> names(Set<UUID> people);

    /** Who holds the role of auditor at a firm now, by name. */
    List<Candidate> auditorsOf(UUID firm);

    /** Somebody who can be put on a team. */
    record Candidate(UUID person, String name, String email) {}

    /**
     * An agreement as its governing version has it.
     *
     * @param receiver the organisation that receives access: the audited one
     * @param sections what its clauses give to look at
     */
    record Audited(
            UUID id,
            String number,
            UUID receiver,
            UUID secretariat,
            AuditClause clause,
            LocalDate termFirst,
            LocalDate termLast,
            Set<EvidenceSection> sections) {

        public Audited {
            sections = Set.copyOf(sections);
        }
    }
}
