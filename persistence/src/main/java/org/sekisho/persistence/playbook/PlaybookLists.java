package org.sekisho.persistence.playbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.playbook.ExerciseKind;
import org.sekisho.domain.playbook.ExerciseRow;
import org.sekisho.domain.playbook.PlaybookDirectory;
import org.sekisho.domain.playbook.PlaybookFilter;
import org.sekisho.domain.playbook.PlaybookRow;
import org.sekisho.domain.playbook.PlaybookState;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Playbooks as lists and pages read them. */
@ApplicationScoped
public class PlaybookLists implements PlaybookDirectory {

    private static final String ORGANISATION_NAME = Naming.of("o");

    /** An exercise counts for the version that was exercised and for every one after it. */
    private static final String EXERCISED =
            """
            (select max(e.exercised_on) from playbook v join playbook_exercise e on e.playbook_id = v.id
             where v.organisation_id = p.organisation_id and v.code = p.code and v.version <= p.version)
            """;

    private static final KeysetList LIST = new KeysetList(
            "p.row_version, p.organisation_id, " + ORGANISATION_NAME + " as organisation_name,"
                    + """
            p.code, p.version, p.title_en, p.title_ja, p.state,
            p.drafted_by_person_id, p.approved_by_person_id, p.approved_at, p.last_reviewed_on,\s"""
                    + EXERCISED + " as exercised_on",
            "from playbook p join organisation o on o.id = p.organisation_id",
            "p.id",
            Map.of(
                    "title",
                    Naming.title("p"),
                    "organisation",
                    ORGANISATION_NAME,
                    "version",
                    "p.code || lpad(cast(p.version as text), 10, '0')",
                    "lastReviewedOn",
                    "coalesce(cast(p.last_reviewed_on as text), '')",
                    "lastExercisedOn",
                    "coalesce(cast(" + EXERCISED + " as text), '')",
                    "state",
                    "p.state"),
            "title",
            false);

    private static final KeysetList EXERCISES = new KeysetList(
            "e.playbook_id, p.version, e.exercised_on, e.kind, e.evidence_reference, e.recorded_by_person_id, "
                    + Naming.of("r") + " as recorder, e.recorded_at",
            """
            from playbook_exercise e
                join playbook p on p.id = e.playbook_id
                left join person r on r.id = e.recorded_by_person_id
            """,
            "e.id",
            Map.of(
                    "day", "cast(e.exercised_on as text)",
                    "kind", "e.kind",
                    "version", "lpad(cast(p.version as text), 10, '0')"),
            "day",
            true);

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Page<PlaybookRow> list(PlaybookFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with("and p.organisation_id = :organisation", "organisation", filter.organisation())
                .with("and p.code = :code", "code", filter.code())
                .withAnyOf("and p.state = any (string_to_array(:states, ','))", "states", filter.states())
                .with(
                        "and position(lower(:words) in lower(p.title_en || ' ' || p.title_ja || ' ' || p.code)) > 0",
                        "words",
                        filter.words());
        return LIST.page(sql, page, filters, PlaybookLists::row);
    }

    @Override
    public Optional<PlaybookRow> find(UUID id) {
        Filters filters = new Filters().with("and p.id = :id", "id", Optional.of(id));
        return LIST.page(sql, PageRequest.first(), filters, PlaybookLists::row).items().stream()
                .findFirst();
    }

    @Override
    public Page<ExerciseRow> exercises(UUID organisation, String code, Optional<ExerciseKind> kind, PageRequest page) {
        Filters filters = new Filters()
                .with("and p.organisation_id = :organisation", "organisation", Optional.of(organisation))
                .with("and p.code = :code", "code", Optional.of(code))
                .with("and e.kind = :kind", "kind", kind);
        return entrance.withReachOf(
                SystemReach.NAMES, () -> EXERCISES.page(sql, page, filters, PlaybookLists::exercise));
    }

    private static PlaybookRow row(Row row) {
        int at = KeysetList.FIRST;
        return new PlaybookRow(
                row.id(1),
                (int) row.number(at),
                row.id(at + 1),
                row.text(at + 2),
                row.text(at + 3),
                (int) row.number(at + 4),
                row.text(at + 5),
                row.text(at + 6),
                row.constant(at + 7, PlaybookState.class),
                row.id(at + 8),
                row.optionalId(at + 9),
                row.optionalInstant(at + 10),
                row.optionalDay(at + 11),
                row.optionalDay(at + 12));
    }

    private static ExerciseRow exercise(Row row) {
        int at = KeysetList.FIRST;
        return new ExerciseRow(
                row.id(1),
                row.id(at),
                (int) row.number(at + 1),
                row.day(at + 2),
                row.constant(at + 3, ExerciseKind.class),
                row.text(at + 4),
                row.id(at + 5),
                row.optionalText(at + 6),
                row.instant(at + 7));
    }
}
