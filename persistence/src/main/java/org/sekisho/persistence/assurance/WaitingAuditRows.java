package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.assurance.engagement.WaitingAudits;
import org.sekisho.domain.shared.QueueSource.Waiting;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/** What of audits waits for somebody. Queries name the person or the organisation, and row-level security narrows them once more. */
@ApplicationScoped
public class WaitingAuditRows implements WaitingAudits {

    /** Finding a firm and auditors takes weeks, and so do a declaration and both decisions on it. */
    private static final int SOON = 30;

    /** Numbers of audits count within one agreement: the agreement's own comes first. */
    private static final String AUDIT =
            "e.id as engagement, e.agreement_id as agreement, coalesce(agreed.number || ' / ', '') || e.number as number, "
                    + Naming.of("audited") + " as audited, ";

    private static final String NO_NUMBER = AUDIT + "cast(null as integer) as request, ";
    private static final String WITHOUT_NUMBER = NO_NUMBER + "e.report_due as due, ";
    private static final String NOBODY = "cast(null as uuid)";
    private static final String NONE = "cast('{}' as uuid[])";
    private static final String JOINED =
            " from engagement e join organisation audited on audited.id = e.responsible_party_id"
                    + " left join agreement agreed on agreed.id = e.agreement_id ";
    private static final String MEMBER =
            "join engagement_member m on m.engagement_id = e.id and m.firm_id = e.firm_id and m.released_at is null ";
    /** The member's declaration that was decided last. */
    private static final String DECIDED_LAST =
            """
            from independence_declaration d
            where d.engagement_id = e.id and d.firm_id = e.firm_id and d.person_id = m.person_id and d.decided_at is not null
            order by d.decided_at desc limit 1
            """;
    /** It was accepted, and its time hasn't run out. */
    private static final String INDEPENDENT =
            "coalesce((select d.state = 'ACCEPTED' and d.valid_until >= :today " + DECIDED_LAST + "), false)";
    /** It was accepted, and its time runs out soon. */
    private static final String RUNNING_OUT = "join lateral (select d.state, d.valid_until " + DECIDED_LAST
            + ") last on last.state = 'ACCEPTED' and last.valid_until >= :today and last.valid_until < :soon ";

    private static final String FIRM_INDEPENDENT = ofFirm(INDEPENDENT);

    /** Both, of everybody on the team. */
    private static final String ALL_INDEPENDENT = FIRM_INDEPENDENT + " and (select bool_and(" + INDEPENDENT
            + ") from engagement_member m where m.engagement_id = e.id and m.released_at is null)";

    /** The audit itself or a later one of the same organisation and agreement, while it is open, and its auditors. */
    private static final String FOLLOWING =
            """
            join engagement w on w.responsible_party_id = a.organisation_id and w.agreement_id is not distinct from a.agreement_id
                and (w.id = e.id or w.period_first > e.period_first) and w.state in ('FIELDWORK', 'REPORTING')
            join engagement_member m on m.engagement_id = w.id and m.firm_id = w.firm_id and m.released_at is null
            """;

    /** No declaration of this person, or of the firm, waits for its decision. */
    private static final String NONE_PENDING =
            " and not exists (select from independence_declaration w where w.engagement_id = e.id and w.firm_id ="
                    + " e.firm_id and w.state = 'DECLARED' and w.person_id ";
    /** Nobody declares and decides, and nobody decides for both sides. */
    private static final String INVOLVED =
            "(array[d.declared_by_person_id, d.person_id] || array(select v.person_id from independence_verdict v where"
                    + " v.declaration_id = d.id))";

    /** A declaration on which this side hasn't decided. */
    private static final String DECLARATION = "join independence_declaration d on d.engagement_id = e.id and d.state ="
            + " 'DECLARED' and not exists (select from independence_verdict v where v.declaration_id = d.id and v.side = ";

    /** An authority that may decide: designated, party to the agreement, or the one that commissioned it; not the audited one. */
    private static final String MAY_DECIDE =
            """
            authority.kind = 'AUTHORITY' and authority.state = 'ACTIVE' and authority.id <> e.responsible_party_id
            and (is_designated(authority.id, :today) or authority.id = e.owner_id
                 or exists (select from agreement_party p where p.agreement_id = e.agreement_id and p.organisation_id = authority.id
                            and p.until_version is null))
            """;

    /** Whoever commissioned it decides for itself first: the other decision waits for another person then. */
    private static final String OWNER_FIRST =
            """
             and (authority.id <> e.owner_id or exists (select from independence_verdict v
                    where v.declaration_id = d.id and v.side = 'SECRETARIAT'))
            """;

    @Inject
    private Sql sql;

    @Override
    public List<Item> waiting(Kind kind, Optional<Waiting> who, LocalDate today, int most) {
        String query = query(kind);
        Statement statement = sql.query(
                        "select w.id, w.engagement, w.number, w.audited, w.request, w.due, w.acting, w.person,"
                                + " array_to_string(w.involved, ','), w.agreement from (" + query + ") w where true")
                .where("and w.acting = :organisation", "organisation", who.map(Waiting::organisation))
                .where(
                        "and coalesce(w.person, cast(:person as uuid)) = cast(:person as uuid) and"
                                + " array_position(w.involved, cast(:person as uuid)) is null",
                        "person",
                        who.map(Waiting::person));
        if (query.contains(":today")) {
            statement.with("today", today);
        }
        if (query.contains(":soon")) {
            statement.with("soon", today.plusDays(SOON));
        }
        return statement.and("order by w.due, w.id limit " + most).list(WaitingAuditRows::item);
    }

    static String query(Kind kind) {
        return switch (kind) {
            case ANSWER, LET_ANSWER -> requests("r.due", "r.organisation_id", NOBODY, "")
                    + "where e.state <> 'CLOSED' and r.state in ('OPEN', 'RETURNED')";
            case JUDGE -> requests("e.report_due", "m.firm_id", "m.person_id", MEMBER)
                    + "where e.state in ('FIELDWORK', 'REPORTING') and r.state = 'ANSWERED'";
            case DECLARE -> audits("m.firm_id", "m.person_id", MEMBER) + "where e.state <> 'CLOSED' and not "
                    + INDEPENDENT + NONE_PENDING + "= m.person_id)";
            case DECLARE_FIRM -> audits("m.firm_id", "m.person_id", MEMBER) + "where e.state <> 'CLOSED' and not "
                    + FIRM_INDEPENDENT + NONE_PENDING + "is null)";
            case RENEW -> renewals(RUNNING_OUT) + NONE_PENDING + "= m.person_id)";
            case RENEW_FIRM -> renewals(ofFirm(RUNNING_OUT)) + NONE_PENDING + "is null)";
            case DECIDE -> "select d.id, " + WITHOUT_NUMBER + "e.owner_id as acting, " + NOBODY
                    + " as person, " + INVOLVED + " as involved" + JOINED + DECLARATION
                    + "'SECRETARIAT') where e.state <> 'CLOSED'";
            case DECIDE_AS_AUTHORITY -> "select d.id, " + WITHOUT_NUMBER + "authority.id as acting, " + NOBODY
                    + " as person, " + INVOLVED + " as involved" + JOINED + DECLARATION
                    + "'AUTHORITY') join organisation authority on " + MAY_DECIDE + "where e.state <> 'CLOSED'"
                    + OWNER_FIRST;
            case DESIGNATE -> "select d.id, " + WITHOUT_NUMBER + "e.owner_id as acting, " + NOBODY + " as person, "
                    + NONE + " as involved" + JOINED + DECLARATION
                    + "'AUTHORITY') where e.state <> 'CLOSED' and not exists (select from organisation authority where "
                    + MAY_DECIDE + ")";
            case STAFF -> audits("e.owner_id", NOBODY, "")
                    + "where e.state = 'SCHEDULED' and e.period_first < :soon and (e.firm_id is null or not exists ("
                    + "select from engagement_member m where m.engagement_id = e.id and m.released_at is null))";
            case PREPARE -> dated("e.period_first", MEMBER)
                    + "where e.state = 'SCHEDULED' and e.period_first > :today and e.period_first < :soon and "
                    + ALL_INDEPENDENT;
            case BEGIN -> audits("e.owner_id", NOBODY, "")
                    + "where e.state = 'SCHEDULED' and e.period_first <= :today and " + ALL_INDEPENDENT;
            case REPORT -> audits("m.firm_id", "m.person_id", MEMBER) + "where e.state in ('FIELDWORK', 'REPORTING')";
            case CHECK_FACTS -> findings("f.facts_due", "f.organisation_id", NOBODY, "")
                    + "where e.state <> 'CLOSED' and f.state = 'FACT_CHECK'";
            case SETTLE -> findings("e.report_due", "m.firm_id", "m.person_id", MEMBER)
                    + "where e.state in ('FIELDWORK', 'REPORTING')"
                    + " and (f.state = 'CONTESTED' or (f.state = 'FACT_CHECK' and f.facts_due < :today))";
            case RESPOND -> findings("f.response_due", "f.organisation_id", NOBODY, "")
                    + "where f.state = 'ESTABLISHED'";
            case PLAN_ACTION -> findings("f.remedy_due", "f.organisation_id", NOBODY, "")
                    + "where f.state = 'RESPONDED' and not exists ("
                    + "select from corrective_action a where a.finding_id = f.id)";
            case DO_ACTION -> actions("a.due", "a.organisation_id", NOBODY, "e", "") + "where a.state = 'OPEN'";
            case REPLACE_ACTION -> actions("a.replacement_due", "a.organisation_id", NOBODY, "e", "")
                    + "where a.state = 'NOT_EFFECTIVE'";
            case FOLLOW_UP -> actions("w.report_due", "m.firm_id", "m.person_id", "w", FOLLOWING)
                    + "where a.state = 'REPORTED'";
            case FOLLOW_UP_CLOSED -> actions("a.due", "e.owner_id", NOBODY, "e", "")
                    + "where a.state = 'REPORTED' and e.state = 'CLOSED' and e.owner_id <> a.organisation_id";
            case DOWNLOAD -> packs("READY")
                    + " and not exists (select from pack_download l where l.pack_id = p.id and l.person_id ="
                    + " p.requested_by_person_id)";
            case RETRY -> packs("FAILED");
        };
    }

    private static String requests(String due, String acting, String person, String join) {
        return "select r.id, " + AUDIT + "r.number as request, " + due + " as due, " + acting + " as acting, " + person
                + " as person, " + NONE + " as involved" + JOINED + "join audit_request r on r.engagement_id = e.id "
                + join;
    }

    private static String findings(String due, String acting, String person, String join) {
        return "select f.id, " + AUDIT + "f.number as request, " + due + " as due, " + acting + " as acting, " + person
                + " as person, " + NONE + " as involved" + JOINED + "join audit_finding f on f.engagement_id = e.id "
                + join;
    }

    /** @param in the alias of the audit in which it is done */
    private static String actions(String due, String acting, String person, String in, String join) {
        return "select a.id, " + AUDIT.replace("e.id as", in + ".id as") + "a.number as request, " + due + " as due, "
                + acting + " as acting, " + person + " as person, " + NONE + " as involved" + JOINED
                + "join corrective_action a on a.engagement_id = e.id " + join;
    }

    private static String audits(String acting, String person, String join) {
        return "select e.id, " + WITHOUT_NUMBER + acting + " as acting, " + person + " as person, " + NONE
                + " as involved" + JOINED + join;
    }

    /** Something of an audit that each member of the team does by a day that isn't that of the report. */
    private static String dated(String due, String join) {
        return "select e.id, " + NO_NUMBER + due + " as due, m.firm_id as acting, m.person_id as person, " + NONE
                + " as involved" + JOINED + join;
    }

    private static String renewals(String runningOut) {
        return dated("last.valid_until", MEMBER + runningOut) + "where e.state <> 'CLOSED'";
    }

    /** The same of the firm's own declaration. */
    private static String ofFirm(String ofMember) {
        return ofMember.replace("d.person_id = m.person_id", "d.person_id is null");
    }

    private static String packs(String state) {
        return "select p.id, " + WITHOUT_NUMBER + "p.organisation_id as acting, p.requested_by_person_id as person, "
                + NONE + " as involved" + JOINED + "join pack p on p.engagement_id = e.id and p.state = '" + state
                + "' where e.state in ('FIELDWORK', 'REPORTING')";
    }

    private static Item item(Row row) {
        return new Item(
                row.id(0),
                row.id(1),
                row.text(2),
                row.text(3),
                row.isNull(4) ? Optional.empty() : Optional.of((int) row.number(4)),
                row.day(5),
                row.id(6),
                row.optionalId(7),
                row.ids(8),
                row.optionalId(9));
    }
}
