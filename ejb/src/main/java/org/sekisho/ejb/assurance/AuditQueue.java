package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** What of audits waits: requests, independence, firms to appoint, reports, findings, corrective actions, packs. */
@ApplicationScoped
public class AuditQueue implements QueueSource {

    /** The last day counts: it is shown as its last minute, not as the next day. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    @Inject
    private WaitingAudits waiting;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        List<Waits> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (who.isEmpty() || who.get().holds(kind.roles())) {
                waiting.waiting(kind, who, Days.of(now), most)
                        .forEach(item -> all.add(new Waits(item(kind, item), item.audience(kind))));
            }
        }
        return all;
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
            case ANSWER, JUDGE -> AuditRequest.KIND;
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
