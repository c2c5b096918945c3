package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.environment.AttestationFilter;
import org.sekisho.domain.agreement.environment.AttestationRow;
import org.sekisho.domain.agreement.environment.AttestationState;
import org.sekisho.domain.agreement.environment.EnvironmentDirectory;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Attestations of environments as lists and pages read them. */
@ApplicationScoped
public class AttestationLists implements EnvironmentDirectory {

    /** Days count down from here in the list's own order, so that of one environment the newest attestation comes first. */
    private static final String NEWEST_FIRST =
            "rpad(e.environment_code, 64) || lpad(cast(date '9999-12-31' - e.valid_until as text), 8, '0')";

    private static final KeysetList LIST = new KeysetList(
            "e.version, e.agreement_id, a.number, e.environment_code, e.attested_by_organisation_id, "
                    + Naming.of("o") + " as attested_by,"
                    + " e.document_reference, e.document_hash, e.first_day, e.valid_until, e.state,"
                    + " e.proposed_by_person_id, " + Naming.of("p") + " as proposer, e.proposed_at,"
                    + " e.decided_by_person_id, e.decided_at, e.reason",
            """
            from environment_attestation e
                join agreement a on a.id = e.agreement_id
                join organisation o on o.id = e.attested_by_organisation_id
                left join person p on p.id = e.proposed_by_person_id
            """,
            "e.id",
            Map.of(
                    "environment", NEWEST_FIRST,
                    "attestedBy", Naming.of("o"),
                    "proposed", "to_char(e.proposed_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')",
                    "validUntil", "cast(e.valid_until as text)",
                    "state", "e.state"),
            "environment",
            false);

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Page<AttestationRow> list(AttestationFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with("and e.agreement_id = :agreement", "agreement", filter.agreement())
                .with("and e.environment_code = :environment", "environment", filter.environment())
                .withAnyOf("and e.state = any (string_to_array(:states, ','))", "states", filter.states())
                .with("and e.valid_until < :validUntilBefore", "validUntilBefore", filter.validUntilBefore());
        return page(filters, page);
    }

    @Override
    public Optional<AttestationRow> find(UUID id) {
        return page(new Filters().with("and e.id = :id", "id", Optional.of(id)), PageRequest.first()).items().stream()
                .findFirst();
    }

    private Page<AttestationRow> page(Filters filters, PageRequest page) {
        return entrance.withReachOf(SystemReach.NAMES, () -> LIST.page(sql, page, filters, AttestationLists::row));
    }

    private static AttestationRow row(Row row) {
        int at = KeysetList.FIRST;
        return new AttestationRow(
                row.id(1),
                (int) row.number(at),
                row.id(at + 1),
                row.text(at + 2),
                row.text(at + 3),
                row.id(at + 4),
                row.text(at + 5),
                row.text(at + 6),
                row.optionalText(at + 7),
                row.day(at + 8),
                row.day(at + 9),
                row.constant(at + 10, AttestationState.class),
                row.id(at + 11),
                row.optionalText(at + 12),
                row.instant(at + 13),
                row.optionalId(at + 14),
                row.optionalInstant(at + 15),
                row.text(at + 16));
    }
}
