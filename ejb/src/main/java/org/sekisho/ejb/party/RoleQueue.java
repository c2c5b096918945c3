package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.role.AssignmentState;
import org.sekisho.domain.party.role.RoleDirectory;
import org.sekisho.domain.party.role.RoleDirectory.RoleRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/** Roles that wait for a second person's approval, or for confirmation where they take effect. Many at once become one item. */
@ApplicationScoped
public class RoleQueue implements QueueSource {

    /** An import asks for thousands of roles; they must not push everything else off the page. */
    private static final int SHOWN_ONE_BY_ONE = 3;

    private static final Set<String> ANYWHERE = Set.of(Role.ADMINISTRATOR.name(), Role.COORDINATOR.name());
    private static final Set<String> AT_HOME =
            Set.of(Role.ORGANISATION_ADMINISTRATOR.name(), Role.CISO.name(), Role.SIGNATORY.name());
    private static final Set<String> CONFIRMING =
            Set.of(Role.ORGANISATION_ADMINISTRATOR.name(), Role.ADMINISTRATOR.name());

    @Inject
    private RoleDirectory directory;

    @Override
    public List<QueueItem> waitingFor(Waiting who, int most, Instant now) {
        List<QueueItem> items = new ArrayList<>();
        if (holds(who, ANYWHERE)) {
            items.addAll(items(who, AssignmentState.REQUESTED, Optional.empty(), "approve"));
        } else if (holds(who, AT_HOME)) {
            items.addAll(items(who, AssignmentState.REQUESTED, Optional.of(who.organisation()), "approve"));
        }
        if (holds(who, CONFIRMING)) {
            items.addAll(items(who, AssignmentState.APPROVED, Optional.of(who.organisation()), "confirm"));
        }
        return items.stream().limit(most).toList();
    }

    private static boolean holds(Waiting who, Set<String> roles) {
        return !Collections.disjoint(who.roles(), roles);
    }

    private List<QueueItem> items(Waiting who, AssignmentState state, Optional<UUID> organisation, String act) {
        PageRequest few = new PageRequest(SHOWN_ONE_BY_ONE, Optional.empty(), Optional.empty(), false);
        Page<RoleRow> waiting = directory.waitingFor(who.person(), state, organisation, few);
        if (waiting.next().isEmpty()) {
            return waiting.items().stream().map(role -> one(role, act)).toList();
        }
        return List.of(item(
                new Subject("person", who.person()),
                "queue.roles-" + act,
                Map.of("count", waiting.total(), "more", String.valueOf(waiting.totalIsMore())),
                "/roles?state=" + state.name()));
    }

    private static QueueItem one(RoleRow role, String act) {
        return item(
                new Subject("role", role.id()),
                "queue.role-" + act,
                Map.of(
                        "personEn", role.name().in(ReadingLanguage.EN),
                        "personJa", role.name().in(ReadingLanguage.JA),
                        "organisationEn", role.organisationName().in(ReadingLanguage.EN),
                        "organisationJa", role.organisationName().in(ReadingLanguage.JA)),
                "/role?id=" + role.id());
    }

    private static QueueItem item(Subject subject, String text, Map<String, Object> parameters, String path) {
        return new QueueItem(
                subject, text, parameters, Optional.empty(), "queue-consequence.role", "queue-action.decide", path);
    }
}
