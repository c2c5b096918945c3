package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.ApprovalRow;
import org.sekisho.domain.agreement.ApprovalState;
import org.sekisho.domain.agreement.AuthorityKind;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.SignatureMethod;
import org.sekisho.domain.agreement.SignatureRow;
import org.sekisho.domain.agreement.SignatureState;
import org.sekisho.domain.agreement.VersionRow;
import org.sekisho.domain.agreement.VersionState;
import org.sekisho.domain.agreement.VersionView;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Versions with what belongs to them: a query for each sort of it, none per row. */
@ApplicationScoped
class VersionLists {

    private static final String COLUMNS =
            """
            v.id, v.number, v.based_on, v.state, v.drafted_at, v.round_ends_at, v.round_closed_at, v.frozen_at, v.content_hash,
                   v.governs_from, v.first_day, v.last_day, v.governs_since, v.ended_at, v.end_reason,
                   (select count(*) from agreement_signature s where s.agreement_version_id = v.id and s.state = 'IN_EFFECT'),
                   (select count(*) from agreement_party p where p.agreement_id = v.agreement_id and p.since_version <= v.number
                        and (p.until_version is null or p.until_version > v.number))
            """;

    private static final String VERSIONS =
            "select " + COLUMNS + " from agreement_version v where v.agreement_id = :agreement";

    private static final KeysetList LIST = new KeysetList(
            COLUMNS,
            "from agreement_version v",
            "v.id",
            Map.of(
                    "number", "lpad(cast(v.number as text), 10, '0')",
                    "state", "v.state",
                    "drafted", "to_char(v.drafted_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')",
                    "governs",
                            "coalesce(to_char(v.governs_since at time zone 'UTC', 'YYYYMMDDHH24MISSUS'),"
                                    + " to_char(v.governs_from, 'YYYYMMDD'), '')"),
            "number",
            true);

    @Inject
    private Sql sql;

    /** Every version, the newest first. */
    List<VersionRow> of(UUID agreement) {
        return sql.query(VERSIONS + " order by v.number desc")
                .with("agreement", agreement)
                .list(found -> version(found, 0));
    }

    /** Versions page by page, the newest first. */
    Page<VersionRow> list(UUID agreement, Set<VersionState> states, PageRequest page) {
        Filters filters = new Filters()
                .with("and v.agreement_id = :agreement", "agreement", Optional.of(agreement))
                .withAnyOf("and v.state = any (string_to_array(:states, ','))", "states", states);
        return LIST.page(sql, page, filters, row -> version(row, KeysetList.FIRST));
    }

    Optional<VersionView> find(UUID agreement, int number) {
        Optional<VersionRow> row = sql.query(VERSIONS + " and v.number = :number")
                .with("agreement", agreement)
                .with("number", number)
                .first(found -> version(found, 0));
        return row.map(version -> new VersionView(
                version,
                clauses(version.id()),
                parties(agreement, number),
                signatures(version.id(), number),
                approvals(version.id(), number)));
    }

    Optional<String> content(UUID agreement, int number) {
        return sql.query(
                        """
                        select c.text from agreement_version v join agreement_content c on c.id = v.agreement_content_id
                        where v.agreement_id = :agreement and v.number = :number
                        """)
                .with("agreement", agreement)
                .with("number", number)
                .first(row -> row.text(0));
    }

    private List<Clause> clauses(UUID version) {
        return sql
                .query("select c.data from agreement_clause c where c.agreement_version_id = :version")
                .with("version", version)
                .list(row -> ClauseJson.read(row.text(0)))
                .stream()
                .sorted(Comparator.comparing(Clause::kind))
                .toList();
    }

    private List<PartyRow> parties(UUID agreement, int number) {
        return sql.query("select "
                        + AgreementLists.PARTIES.formatted(
                                "cast(:agreement as uuid)", "cast(:number as integer)", "cast(:number as integer)"))
                .with("agreement", agreement)
                .with("number", number)
                .first(row -> row.optionalText(0).map(AgreementLists::parties).orElse(List.of()))
                .orElse(List.of());
    }

    private List<SignatureRow> signatures(UUID version, int number) {
        return sql.query(
                        """
                        select s.id, s.organisation_id, s.person_id, s.signer_name, a.kind, a.reference, s.content_hash, s.method,
                               s.signed_on, s.recorded_at, s.state, s.file_hash, s.file_name, s.coordinator_confirmed_at is not null,
                               s.party_confirmed_at is not null, s.ended_at, s.end_reason
                        from agreement_signature s join signing_authority a on a.id = s.signing_authority_id
                        where s.agreement_version_id = :version
                        order by s.recorded_at, s.id
                        """)
                .with("version", version)
                .list(row -> new SignatureRow(
                        row.id(0),
                        number,
                        row.id(1),
                        row.optionalId(2),
                        row.text(3),
                        row.constant(4, AuthorityKind.class),
                        row.text(5),
                        row.text(6),
                        row.constant(7, SignatureMethod.class),
                        row.day(8),
                        row.instant(9),
                        row.constant(10, SignatureState.class),
                        row.optionalText(11),
                        row.optionalText(12),
                        row.flag(13),
                        row.flag(14),
                        row.optionalInstant(15),
                        row.text(16)));
    }

    /** Row-level security shows the levels to the own organisation only; the other approvals come without. */
    private List<ApprovalRow> approvals(UUID version, int number) {
        return ApprovalLines.join(sql.query(
                        """
                                select a.id, a.organisation_id, a.attempt, a.content_hash, a.state, a.planned_at, a.decision_number,
                                       a.closed_at, l.position, l.title, l.approved, l.name, l.decided_on, l.remark
                                from internal_approval a left join internal_approval_level l on l.internal_approval_id = a.id
                                where a.agreement_version_id = :version
                                order by a.planned_at, a.id, l.position
                                """)
                .with("version", version)
                .list(row -> approval(row, number)));
    }

    private static ApprovalRow approval(Row row, int number) {
        return new ApprovalRow(
                row.id(0),
                number,
                row.id(1),
                (int) row.number(2),
                row.text(3),
                row.constant(4, ApprovalState.class),
                row.instant(5),
                row.optionalText(6),
                row.optionalInstant(7),
                row.isNull(8)
                        ? List.of()
                        : List.of(new ApprovalRow.Level(
                                (int) row.number(8),
                                row.text(9),
                                row.isNull(10) ? Optional.empty() : Optional.of(row.flag(10)),
                                row.optionalText(11),
                                row.optionalDay(12),
                                row.text(13))));
    }

    private static VersionRow version(Row row, int first) {
        return new VersionRow(
                row.id(first),
                (int) row.number(first + 1),
                row.isNull(first + 2) ? Optional.empty() : Optional.of((int) row.number(first + 2)),
                row.constant(first + 3, VersionState.class),
                row.instant(first + 4),
                row.optionalInstant(first + 5),
                row.optionalInstant(first + 6),
                row.optionalInstant(first + 7),
                row.optionalText(first + 8),
                row.optionalDay(first + 9),
                row.optionalDay(first + 10),
                row.optionalDay(first + 11),
                row.optionalInstant(first + 12),
                row.optionalInstant(first + 13),
                row.text(first + 14),
                (int) row.number(first + 15),
                (int) row.number(first + 16));
    }
}
