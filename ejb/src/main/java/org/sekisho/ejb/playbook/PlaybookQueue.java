package org.sekisho.ejb.playbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.playbook.PlaybookDirectory;
import org.sekisho.domain.playbook.PlaybookFilter;
import org.sekisho.domain.playbook.PlaybookRow;
import org.sekisho.domain.playbook.PlaybookState;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/** Drafts of playbooks that wait for a second person. That an exercise or a review lapses is a condition, and stands there. */
@ApplicationScoped
public class PlaybookQueue implements QueueSource {

    private static final Set<String> APPROVERS = Set.of(Role.SIGNATORY.name(), Role.CISO.name());

    @Inject
    private PlaybookDirectory playbooks;

    @Override
    public List<QueueItem> waitingFor(Waiting who, int most, Instant now) {
        if (who.roles().stream().noneMatch(APPROVERS::contains)) {
            return List.of();
        }
        PlaybookFilter drafts = new PlaybookFilter(
                Optional.of(who.organisation()), Optional.empty(), Set.of(PlaybookState.DRAFT), Optional.empty());
        return playbooks.list(drafts, PageRequest.first()).items().stream()
                .filter(draft -> !draft.draftedBy().equals(who.person()))
                .map(PlaybookQueue::item)
                .limit(most)
                .toList();
    }

    private static QueueItem item(PlaybookRow draft) {
        return new QueueItem(
                new Subject("playbook", draft.id()),
                "queue.playbook-approve",
                Map.of("titleEn", draft.titleEn(), "titleJa", draft.titleJa(), "version", draft.version()),
                Optional.empty(),
                "queue-consequence.playbook",
                "queue-action.decide",
                "/playbooks");
    }
}
