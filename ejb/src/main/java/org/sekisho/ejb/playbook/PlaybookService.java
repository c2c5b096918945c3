package org.sekisho.ejb.playbook;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.playbook.ExerciseKind;
import org.sekisho.domain.playbook.ExerciseRow;
import org.sekisho.domain.playbook.Playbook;
import org.sekisho.domain.playbook.PlaybookDirectory;
import org.sekisho.domain.playbook.PlaybookError;
import org.sekisho.domain.playbook.PlaybookFilter;
import org.sekisho.domain.playbook.PlaybookRow;
import org.sekisho.domain.playbook.PlaybookState;
import org.sekisho.domain.playbook.Playbooks;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** An organisation's own playbooks. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class PlaybookService {

    @Inject
    private CurrentAct act;

    @Inject
    private Playbooks playbooks;

    @Inject
    private PlaybookDirectory directory;

    /**
     * Drafts a playbook of the actor's organisation: its first version, or the one after the approved version.
     *
     * @return the id of the draft
     * @throws Refusal with a {@link PlaybookError}
     */
    @Permission("playbook:edit")
    public UUID draft(DraftPlaybook command) {
        UUID organisation = act.actor().organisation().orElseThrow();
        Playbook draft = playbooks
                .find(organisation, command.code(), PlaybookState.APPROVED)
                .map(approved -> approved.nextVersion(act.actor(), command.titleEn(), command.titleJa(), act.now()))
                .orElseGet(() ->
                        new Playbook(act.actor(), command.code(), command.titleEn(), command.titleJa(), act.now()));
        playbooks.add(draft);
        act.happened(draft.drafted());
        return draft.id();
    }

    /** Changes the titles of a draft. */
    @Permission("playbook:edit")
    public void retitle(@About("playbook") UUID id, String titleEn, String titleJa) {
        act.happened(playbooks.require(id).retitle(act.actor(), titleEn, titleJa, act.now()));
    }

    /**
     * A second person of the organisation approves the draft, which retires the version before.
     *
     * @param readVersion the row's version that the approver saw: a draft changed since isn't approved
     * @throws Refusal with {@link SharedError#CHANGED_MEANWHILE} or a {@link PlaybookError}
     */
    @Permission("playbook:approve")
    public void approve(@About("playbook") UUID id, int readVersion) {
        Playbook draft = playbooks.require(id);
        if (draft.rowVersion() != readVersion) {
            throw new Refusal(SharedError.CHANGED_MEANWHILE);
        }
        Optional<Playbook> before = playbooks.find(draft.organisation(), draft.code(), PlaybookState.APPROVED);
        act.happened(draft.approve(act.actor(), before, act.now()));
    }

    /** Records that the approved version was read through and still fits. */
    @Permission("playbook:edit")
    public void review(@About("playbook") UUID id, LocalDate day) {
        act.happened(playbooks.require(id).review(act.actor(), day, act.now()));
    }

    /** Records an exercise of the approved version. */
    @Permission("playbook:exercise")
    public void exercise(RecordExercise command) {
        act.happened(playbooks
                .require(command.playbook())
                .exercise(act.actor(), command.day(), command.kind(), command.evidence(), act.now()));
    }

    /** Playbooks that the actor may see. */
    @Permission(value = "playbook:read", recorded = Recorded.REFUSALS)
    public Page<PlaybookRow> list(PlaybookFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /** One version of a playbook. */
    @Permission(value = "playbook:read", recorded = Recorded.REFUSALS)
    public PlaybookRow find(@About("playbook") UUID id) {
        return directory.find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Exercises of every version of the playbook, the newest first. Sorts: {@code day} (the list's own), {@code kind}, {@code version}. */
    @Permission(value = "playbook:read", recorded = Recorded.REFUSALS)
    public Page<ExerciseRow> exercises(@About("playbook") UUID id, Optional<ExerciseKind> kind, PageRequest page) {
        PlaybookRow playbook = directory.find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        return directory.exercises(playbook.organisation(), playbook.code(), kind, page);
    }
}
