package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.role.AssignmentState;
import org.sekisho.domain.party.role.RoleDirectory;
import org.sekisho.domain.party.role.RoleDirectory.RoleRow;
import org.sekisho.domain.shared.Audience;
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

    /** An import at one organisation must not hide what waits at the others. */
    private static final int MOST_AT_ONE_ORGANISATION = 20;

    private static final Set<Role> ANYWHERE = Set.of(Role.ADMINISTRATOR, Role.COORDINATOR);
    private static final Set<Role> AT_HOME = Set.of(Role.ORGANISATION_ADMINISTRATOR, Role.CISO, Role.SIGNATORY);
    private static final Set<Role> CONFIRMING = Set.of(Role.ORGANISATION_ADMINISTRATOR, Role.ADMINISTRATOR);

    @Inject
    private RoleDirectory directory;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        if (who.isEmpty()) {
            return directory.undecided(MOST_AT_ONE_ORGANISATION, most).stream()
                    .flatMap(RoleQueue::waits)
                    .toList();
        }
        List<Waits> all = new ArrayList<>();
        if (who.get().holds(ANYWHERE)) {
            all.addAll(waits(who.get(), AssignmentState.REQUESTED, Optional.empty(), ANYWHERE));
        } else if (who.get().holds(AT_HOME)) {
            Optional<UUID> own = who.map(Waiting::organisation);
            all.addAll(waits(who.get(), AssignmentState.REQUESTED, own, AT_HOME));
        }
        if (who.get().holds(CONFIRMING)) {
            Optional<UUID> own = who.map(Waiting::organisation);
            all.addAll(waits(who.get(), AssignmentState.APPROVED, own, CONFIRMING));
        }
        return all;
    }

    private List<Waits> waits(Waiting who, AssignmentState state, Optional<UUID> organisation, Set<Role> deciding) {
        PageRequest few = new PageRequest(SHOWN_ONE_BY_ONE, Optional.empty(), Optional.empty(), false);
        Page<RoleRow> waiting = directory.waitingFor(who.person(), state, organisation, few);
        if (waiting.next().isEmpty()) {
            return waiting.items().stream().flatMap(RoleQueue::waits).toList();
        }
        QueueItem many = item(
                new Subject("person", who.person()),
                "queue.roles-" + act(state),
                Map.of("count", waiting.total(), "more", String.valueOf(waiting.totalIsMore())),
                "/roles?state=" + state.name());
        return List.of(new Waits(many, Audience.holding(deciding).only(who.person())));
    }

    /** Who asked for a role doesn't approve it; who is to hold it neither approves nor confirms it. */
    private static Stream<Waits> waits(RoleRow role) {
        QueueItem item = one(role, act(role.state()));
        if (role.state() == AssignmentState.APPROVED) {
            Audience confirming = Audience.holding(CONFIRMING).at(role.organisation());
            return Stream.of(new Waits(item, confirming.except(Set.of(role.person()))));
        }
        Set<UUID> involved = Stream.concat(Stream.of(role.person()), role.requestedBy().stream())
                .collect(Collectors.toSet());
        return Stream.of(
                new Waits(item, Audience.holding(ANYWHERE).except(involved)),
                new Waits(
                        item, Audience.holding(AT_HOME).at(role.organisation()).except(involved)));
    }

    private static String act(AssignmentState state) {
        return state == AssignmentState.APPROVED ? "confirm" : "approve";
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
