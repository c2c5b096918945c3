package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.ChecklistFacts;
import org.sekisho.domain.agreement.access.PersonFacts;
import org.sekisho.domain.assurance.engagement.AuditRequest;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.WaitingAudits;
import org.sekisho.domain.assurance.engagement.WaitingAudits.Item;
import org.sekisho.domain.assurance.engagement.WaitingAudits.Kind;
import org.sekisho.domain.assurance.finding.AuditFinding;
import org.sekisho.domain.assurance.finding.CorrectiveAction;
import org.sekisho.domain.assurance.pack.Pack;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/**
 * What of audits waits: requests, independence, firms to appoint, reports, findings, corrective actions, packs. One query for each kind, and
 * where requests wait for answers, a dozen for who may give them.
 */
@ApplicationScoped
public class AuditQueue implements QueueSource {

    /** The last day counts: it is shown as its last minute, not as the next day. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** The most requests of an organisation that are looked through. */
    private static final int MOST_REQUESTS = 1_000;

    @Inject
    private WaitingAudits waiting;

    @Inject
    private AccessFactsSource facts;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        List<Waits> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (who.isPresent() && !who.get().holds(kind.roles())) {
                continue;
            }
            if (kind == Kind.ANSWER || kind == Kind.LET_ANSWER) {
                all.addAll(requests(kind, who, most, now));
            } else {
                waiting.waiting(kind, who, Days.of(now), most)
                        .forEach(item -> all.add(new Waits(item(kind, item), item.audience(kind))));
            }
        }
        return all;
    }

    /** Who may answer, the decision says that is made when they do. More are read than are shown: of some of them it says no. */
    private List<Waits> requests(Kind kind, Optional<Waiting> who, int most, Instant now) {
        List<Item> requests = waiting.waiting(kind, who, Days.of(now), Math.max(most, MOST_REQUESTS));
        Map<UUID, ChecklistFacts> known = facts.loadChecklists(
                requests.stream().flatMap(each -> each.agreement().stream()).collect(Collectors.toUnmodifiableSet()),
                now);
        Map<UUID, List<PersonFacts>> permitted = new HashMap<>();
        known.forEach((agreement, each) -> permitted.put(agreement, each.permitted(AnswerGate.ACTION)));
        List<Waits> waits = new ArrayList<>();
        for (Item each : requests) {
            List<PersonFacts> people = each.agreement().map(permitted::get).orElse(List.of());
            each.audience(kind, people).ifPresent(audience -> waits.add(new Waits(item(kind, each), audience)));
        }
        return waits;
    }

    private static QueueItem item(Kind kind, Item item) {
        String what = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new QueueItem(
                new Subject(subject(kind), item.id()),
                "queue.audit-" + what,
                Map.of(
                        "audit",
                        item.number(),
                        "organisation",
                        item.organisation(),
                        "request",
                        item.request().orElse(0)),
                kind.isOfPack()
                        ? Optional.empty()
                        : Optional.of(Days.endOf(item.due()).minus(A_MOMENT)),
                "queue-consequence.audit-" + what,
                "queue-action.audit-" + what,
                path(kind, item));
    }

    private static String subject(Kind kind) {
        return switch (kind) {
            case ANSWER, LET_ANSWER, JUDGE -> AuditRequest.KIND;
            case DECIDE, DECIDE_AS_AUTHORITY, DESIGNATE -> "declaration";
            case DECLARE, DECLARE_FIRM, RENEW, RENEW_FIRM, STAFF, PREPARE, BEGIN, REPORT -> Engagement.KIND;
            case CHECK_FACTS, SETTLE, RESPOND, PLAN_ACTION -> AuditFinding.KIND;
            case DO_ACTION, REPLACE_ACTION, FOLLOW_UP, FOLLOW_UP_CLOSED -> CorrectiveAction.KIND;
            case DOWNLOAD, RETRY -> Pack.KIND;
        };
    }

    private static String path(Kind kind, Item item) {
        return switch (kind) {
            case ANSWER, JUDGE -> "/audit-request?id=" + item.id();
            case LET_ANSWER -> "/agreement?tab=people&id=" + item.agreement().orElseThrow();
            case DECIDE, DECIDE_AS_AUTHORITY -> "/audit-decide?id=" + item.engagement() + "&declaration=" + item.id();
            case DESIGNATE -> "/organisations?kind=AUTHORITY";
            case DECLARE, RENEW -> "/audit-declare?id=" + item.engagement();
            case DECLARE_FIRM, RENEW_FIRM -> "/audit-declare?of=firm&id=" + item.engagement();
            case STAFF -> "/audit?tab=team&id=" + item.engagement();
            case CHECK_FACTS, SETTLE, RESPOND, PLAN_ACTION -> "/audit-finding?id=" + item.id();
            case DO_ACTION, REPLACE_ACTION, FOLLOW_UP_CLOSED -> "/corrective-action?id=" + item.id();
            case FOLLOW_UP -> "/corrective-action?id=" + item.id() + "&in=" + item.engagement();
            case DOWNLOAD, RETRY -> "/audit?tab=packs&id=" + item.engagement();
            case PREPARE, BEGIN, REPORT -> "/audit?id=" + item.engagement();
        };
    }
}
