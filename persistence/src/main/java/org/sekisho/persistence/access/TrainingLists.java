package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.training.TrainingDirectory;
import org.sekisho.domain.agreement.training.TrainingFilter;
import org.sekisho.domain.agreement.training.TrainingRow;
import org.sekisho.domain.agreement.training.TrainingState;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Training records as lists and pages read them. */
@ApplicationScoped
public class TrainingLists implements TrainingDirectory {

    private static final String PERSON_NAME = Naming.of("p");

    private static final KeysetList LIST = new KeysetList(
            "t.version, t.person_id, " + PERSON_NAME + " as person_name, t.organisation_id, "
                    + Naming.of("o") + " as organisation_name,"
                    + " t.training_code, t.completed_on, t.valid_until, t.evidence_reference, t.state,"
                    + " t.recorded_by_person_id, " + Naming.of("r") + " as recorder, t.recorded_at,"
                    + " t.revocation_reason",
            """
            from training_record t
                join organisation o on o.id = t.organisation_id
                join person p on p.id = t.person_id
                left join person r on r.id = t.recorded_by_person_id
            """,
            "t.id",
            Map.of(
                    "person", PERSON_NAME,
                    "organisation", Naming.of("o"),
                    "training", "t.training_code",
                    "completedOn", "cast(t.completed_on as text)",
                    "validUntil", "cast(t.valid_until as text)",
                    "state", "t.state"),
            "person",
            false);

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Page<TrainingRow> list(TrainingFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with(
                        "and exists (select from access_grant g where g.person_id = t.person_id and g.agreement_id = :agreement)",
                        "agreement",
                        filter.agreement())
                .with("and t.organisation_id = :organisation", "organisation", filter.organisation())
                .with("and t.person_id = :person", "person", filter.person())
                .with("and t.training_code = :training", "training", filter.training())
                .withAnyOf("and t.state = any (string_to_array(:states, ','))", "states", filter.states())
                .with("and t.valid_until < :validUntilBefore", "validUntilBefore", filter.validUntilBefore())
                .with(
                        "and position(lower(:words) in lower(p.name_en || ' ' || p.name_ja || ' ' || "
                                + Naming.address("p", "t.organisation_id", Naming.today()) + ")) > 0",
                        "words",
                        filter.words());
        return page(filters, page);
    }

    @Override
    public Optional<TrainingRow> find(UUID id) {
        return page(new Filters().with("and t.id = :id", "id", Optional.of(id)), PageRequest.first()).items().stream()
                .findFirst();
    }

    private Page<TrainingRow> page(Filters filters, PageRequest page) {
        return entrance.withReachOf(SystemReach.NAMES, () -> LIST.page(sql, page, filters, TrainingLists::row));
    }

    private static TrainingRow row(Row row) {
        int at = KeysetList.FIRST;
        return new TrainingRow(
                row.id(1),
                (int) row.number(at),
                row.id(at + 1),
                row.text(at + 2),
                row.id(at + 3),
                row.text(at + 4),
                row.text(at + 5),
                row.day(at + 6),
                row.day(at + 7),
                row.text(at + 8),
                row.constant(at + 9, TrainingState.class),
                row.id(at + 10),
                row.optionalText(at + 11),
                row.instant(at + 12),
                row.text(at + 13));
    }
}
