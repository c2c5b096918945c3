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
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/** Drafts of playbooks that wait for a second person. That an exercise or a review lapses is a condition, and stands there. */
@ApplicationScoped
public class PlaybookQueue implements QueueSource {

    private static final Set<Role> APPROVERS = Set.of(Role.SIGNATORY, Role.CISO);

    @Inject
    private PlaybookDirectory playbooks;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        if (who.isPresent() && !who.get().holds(APPROVERS)) {
            return List.of();
        }
        PlaybookFilter drafts = new PlaybookFilter(
                who.map(Waiting::organisation), Optional.empty(), Set.of(PlaybookState.DRAFT), Optional.empty());
        PageRequest few = new PageRequest(Math.min(most, PageRequest.MOST), Optional.empty(), Optional.empty(), false);
        return playbooks.list(drafts, few).items().stream()
                .map(draft -> new Waits(
                        item(draft),
                        Audience.holding(APPROVERS).at(draft.organisation()).except(Set.of(draft.draftedBy()))))
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
