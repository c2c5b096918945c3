package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.AgreementFilter;
import org.sekisho.domain.agreement.AgreementRow;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/** Lists of agreements, each with its parties in the same query. */
@ApplicationScoped
class AgreementLists {

    /** The parties to one version as JSON: names hold any character. */
    static final String PARTIES =
            """
            (select cast(json_agg(json_build_object('organisation', p.organisation_id, 'shortName', o.short_name, 'role', p.role,
                                                    'en', p.name_en, 'ja', p.name_ja) order by p.position) as text)
             from agreement_party p join organisation o on o.id = p.organisation_id
             where p.agreement_id = %s and p.since_version <= %s and (p.until_version is null or p.until_version > %s))
            """;

    private static final String COLUMNS =
            """
            a.id, a.version, a.number, a.title_en, a.title_ja, a.state, l.number, g.number, coalesce(g.first_day, l.first_day),
            coalesce(g.last_day, l.last_day), h.phase,
            """
                    + PARTIES.formatted("a.id", "coalesce(g.number, l.number)", "coalesce(g.number, l.number)");

    private static final String FROM =
            """
            from agreement a
                join agreement_version l on l.agreement_id = a.id
                    and l.number = (select max(m.number) from agreement_version m where m.agreement_id = a.id)
                left join agreement_version g on g.agreement_id = a.id and g.state = 'GOVERNING'
                left join agreement_phase h on h.agreement_id = a.id and h.ended_at is null
                join agreement_party r on r.agreement_id = a.id and r.role = 'INSTITUTION_RECEIVING'
                join organisation receiver on receiver.id = r.organisation_id
            """;

    /** Numbers of more than four digits come after those of four. */
    private static final String NUMBER = "substr(a.number, 1, 9) || lpad(substr(a.number, 10), 6, '0')";

    private static final KeysetList LIST = new KeysetList(
            COLUMNS,
            FROM,
            "a.id",
            Map.of(
                    "number",
                    NUMBER,
                    "state",
                    "a.state",
                    "receiver",
                    "receiver.short_name",
                    "lastDay",
                    "coalesce(cast(coalesce(g.last_day, l.last_day) as text), '9999')"),
            "number",
            true);

    @Inject
    private Sql sql;

    Page<AgreementRow> list(AgreementFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .withAnyOf("and a.state = any (string_to_array(:states, ','))", "states", filter.states())
                .with(
                        """
                        and exists (select from agreement_party f where f.agreement_id = a.id and f.until_version is null
                                    and f.organisation_id = :party)
                        """,
                        "party",
                        filter.party())
                .with(
                        """
                        and (a.number ilike :words or a.title_en ilike :words or a.title_ja ilike :words
                             or exists (select from agreement_party w where w.agreement_id = a.id
                                        and (w.name_en ilike :words or w.name_ja ilike :words)))
                        """,
                        "words",
                        filter.words().filter(words -> !words.isBlank()).map(AgreementLists::pattern))
                .with("and g.last_day < :lastDayBefore", "lastDayBefore", filter.lastDayBefore());
        return LIST.page(sql, page, filters, row -> read(row, KeysetList.FIRST));
    }

    Optional<AgreementRow> find(UUID agreement) {
        return sql.query("select " + COLUMNS + FROM + " where a.id = :id")
                .with("id", agreement)
                .first(row -> read(row, 0));
    }

    private static String pattern(String words) {
        return "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static AgreementRow read(Row row, int first) {
        return new AgreementRow(
                row.id(first),
                (int) row.number(first + 1),
                row.text(first + 2),
                new Words(row.text(first + 3), row.text(first + 4)),
                row.constant(first + 5, AgreementState.class),
                (int) row.number(first + 6),
                row.isNull(first + 7) ? Optional.empty() : Optional.of((int) row.number(first + 7)),
                row.optionalDay(first + 8),
                row.optionalDay(first + 9),
                row.optionalConstant(first + 10, Phase.class),
                parties(row.text(first + 11)));
    }

    static List<PartyRow> parties(String json) {
        return JsonReader.read(json) instanceof JsonArray parties
                ? parties.objects().stream().map(AgreementLists::party).toList()
                : List.of();
    }

    private static PartyRow party(JsonObject party) {
        return new PartyRow(
                UUID.fromString(party.string("organisation")),
                party.string("shortName"),
                PartyRole.valueOf(party.string("role")),
                new Words(party.string("en"), party.string("ja")));
    }
}
