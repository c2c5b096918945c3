package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.evidence.EvidenceDirectory;
import org.sekisho.domain.assurance.evidence.EvidenceFilter;
import org.sekisho.domain.assurance.evidence.EvidenceRow;
import org.sekisho.domain.assurance.evidence.EvidenceState;
import org.sekisho.domain.assurance.evidence.FileType;
import org.sekisho.domain.assurance.evidence.Origin;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Evidence as lists show it; titles come sealed, and only where their table lets the reader see them. */
@ApplicationScoped
public class EvidenceLists implements EvidenceDirectory {

    private static final KeysetList LIST = new KeysetList(
            "i.engagement_id, i.organisation_id, " + Naming.of("o")
                    + " as organisation, i.section, i.control, c.sealed_title, i.file_type, i.size, i.sha256, i.proves_first, i.proves_last,"
                    + " i.arrived_at, " + Naming.of("u")
                    + " as uploaded_by, i.origin, i.label, i.state, i.return_reason",
            """
            from evidence_item i
                join organisation o on o.id = i.organisation_id
                left join evidence_content c on c.evidence_id = i.id
                left join person u on u.id = i.uploaded_by_person_id
            """,
            "i.id",
            Map.of(
                    "arrived",
                    "to_char(i.arrived_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')",
                    "organisation",
                    Naming.of("o"),
                    "section",
                    "i.section",
                    "proves",
                    "cast(i.proves_first as text)",
                    "size",
                    "lpad(cast(i.size as text), 20, '0')",
                    "state",
                    "i.state"),
            "arrived",
            true);

    private static final String OF_ENGAGEMENT =
            """
            and exists (
                select from engagement e
                where e.id = :engagement
                  and (i.engagement_id = e.id
                       or (i.engagement_id is null and i.agreement_id = e.agreement_id
                           and i.proves_first <= e.period_last and i.proves_last >= e.period_first
                           and exists (select from engagement_section s where s.engagement_id = e.id and s.section = i.section))))
            """;

    @Inject
    private Sql sql;

    @Override
    public Page<EvidenceRow> list(EvidenceFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with(OF_ENGAGEMENT, "engagement", filter.engagement())
                .with("and i.agreement_id = :agreement", "agreement", filter.agreement())
                .with("and i.organisation_id = :organisation", "organisation", filter.organisation())
                .withAnyOf("and i.section = any (string_to_array(:sections, ','))", "sections", filter.sections())
                .withAnyOf("and i.state = any (string_to_array(:states, ','))", "states", filter.states())
                .with(
                        "and i.proves_last >= :provingFirst",
                        "provingFirst",
                        filter.proving().map(Period::first))
                .with(
                        "and i.proves_first <= :provingLast",
                        "provingLast",
                        filter.proving().map(Period::last));
        return LIST.page(sql, page, filters, EvidenceLists::row);
    }

    @Override
    public Optional<EvidenceRow> find(UUID id) {
        Filters filters = new Filters().with("and i.id = :id", "id", Optional.of(id));
        return LIST.page(sql, PageRequest.first(), filters, EvidenceLists::row).items().stream()
                .findFirst();
    }

    private static EvidenceRow row(Row row) {
        int at = KeysetList.FIRST;
        return new EvidenceRow(
                row.id(1),
                row.optionalId(at),
                row.id(at + 1),
                row.text(at + 2),
                row.constant(at + 3, EvidenceSection.class),
                row.text(at + 4),
                row.isNull(at + 5) ? Optional.empty() : Optional.of(row.bytes(at + 5)),
                row.constant(at + 6, FileType.class),
                row.number(at + 7),
                row.text(at + 8),
                new Period(row.day(at + 9), row.day(at + 10)),
                row.instant(at + 11),
                row.optionalText(at + 12),
                row.constant(at + 13, Origin.class),
                row.constant(at + 14, Tlp.class),
                row.constant(at + 15, EvidenceState.class),
                row.text(at + 16));
    }
}
