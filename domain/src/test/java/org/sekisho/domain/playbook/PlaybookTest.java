package org.sekisho.domain.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.agreement.access.Refusals.refused;
import static org.sekisho.domain.agreement.access.TestActors.ofBank;
import static org.sekisho.domain.agreement.access.TestActors.ofRival;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

class PlaybookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Instant NOW = Days.startOf(TODAY);

    private final Actor author = ofBank(Role.SECURITY_REVIEWER);
    private final Actor approver = ofBank(Role.CISO);

    @Test
    void secondPersonOfTheOrganisationApproves() {
        Playbook playbook = draft();
        refused(PlaybookError.OWN_DRAFT, () -> playbook.approve(author, Optional.empty(), NOW));
        refused(PlaybookError.OTHER_ORGANISATION, () -> playbook.approve(ofRival(Role.CISO), Optional.empty(), NOW));
        playbook.approve(approver, Optional.empty(), NOW);
        assertEquals(PlaybookState.APPROVED, playbook.state());
        assertEquals(approver.person(), playbook.approvedBy());
        assertEquals(Optional.of(TODAY), playbook.lastReviewedOn(), "an approval is a review");
    }

    @Test
    void whoeverChangedTheDraftLastIsItsAuthor() {
        Playbook playbook = draft();
        playbook.retitle(approver, "Loss of gateway", "ゲートウェイ停止", NOW);
        refused(PlaybookError.OWN_DRAFT, () -> playbook.approve(approver, Optional.empty(), NOW));
        playbook.approve(author, Optional.empty(), NOW);
        refused(PlaybookError.WRONG_STATE, () -> playbook.retitle(author, "Other", "別", NOW));
    }

    @Test
    void newVersionRetiresTheOneBefore() {
        Playbook first = approved();
        Playbook second = first.nextVersion(author, "Loss of gateway", "ゲートウェイ停止", NOW);
        assertEquals(2, second.version());
        assertEquals(PlaybookState.APPROVED, first.state(), "until the next one is approved");
        second.approve(approver, Optional.of(first), NOW);
        assertEquals(PlaybookState.SUPERSEDED, first.state());
        refused(PlaybookError.NOT_APPROVED, () -> exercise(first, TODAY));
        refused(PlaybookError.NOT_APPROVED, () -> first.nextVersion(author, "a", "b", NOW));
    }

    @Test
    void versionOfAnotherPlaybookIsNotRetired() {
        Playbook other = new Playbook(author, "ransomware", "Ransomware", "ランサムウェア", NOW);
        other.approve(approver, Optional.empty(), NOW);
        refused(PlaybookError.WRONG_STATE, () -> draft().approve(approver, Optional.of(other), NOW));
    }

    @Test
    void onlyAnApprovedPlaybookIsReviewedOrExercised() {
        Playbook playbook = draft();
        refused(PlaybookError.NOT_APPROVED, () -> playbook.review(approver, TODAY, NOW));
        refused(PlaybookError.NOT_APPROVED, () -> exercise(playbook, TODAY));
    }

    @Test
    void nothingIsReviewedOrExercisedInTheFuture() {
        Playbook playbook = approved();
        refused(PlaybookError.DAY_NOT_POSSIBLE, () -> exercise(playbook, TODAY.plusDays(1)));
        refused(PlaybookError.DAY_NOT_POSSIBLE, () -> playbook.review(approver, TODAY.plusDays(1), NOW));
        refused(PlaybookError.DAY_NOT_POSSIBLE, () -> playbook.review(approver, TODAY.minusDays(1), NOW));
        exercise(playbook, TODAY.minusDays(363));
        exercise(playbook, TODAY);
        assertEquals(2, playbook.exercises().size());
        assertEquals(approver.requirePerson(), playbook.exercises().get(0).recordedBy());
    }

    @Test
    void rivalDoesNothingWithIt() {
        Playbook playbook = approved();
        Actor rival = ofRival(Role.CISO);
        refused(PlaybookError.OTHER_ORGANISATION, () -> playbook.review(rival, TODAY, NOW));
        refused(
                PlaybookError.OTHER_ORGANISATION,
                () -> playbook.exercise(rival, TODAY, ExerciseKind.TABLE_TOP, "report", NOW));
        refused(PlaybookError.OTHER_ORGANISATION, () -> playbook.nextVersion(rival, "a", "b", NOW));
    }

    @Test
    void codeIsOneThatAClauseCanName() {
        refused(PlaybookError.CODE_MALFORMED, () -> new Playbook(author, "Loss of gateway", "a", "b", NOW));
    }

    @Test
    void oneDraftAtATime() {
        List<Playbook> rows = new ArrayList<>();
        Playbooks playbooks = new Playbooks() {
            @Override
            public Optional<Playbook> find(UUID id) {
                return Optional.empty();
            }

            @Override
            public Optional<Playbook> find(UUID organisation, String code, PlaybookState state) {
                return rows.stream().filter(row -> row.state() == state).findFirst();
            }

            @Override
            public void store(Playbook draft) {
                rows.add(draft);
            }
        };
        playbooks.add(draft());
        refused(PlaybookError.DRAFT_EXISTS, () -> playbooks.add(draft()));
    }

    @Test
    void everyPairOfStatesFollowsTheTable() {
        Map<PlaybookState, Set<PlaybookState>> table = Map.of(
                PlaybookState.DRAFT, EnumSet.of(PlaybookState.APPROVED),
                PlaybookState.APPROVED, EnumSet.of(PlaybookState.SUPERSEDED));
        for (PlaybookState from : PlaybookState.values()) {
            for (PlaybookState to : PlaybookState.values()) {
                assertEquals(table.getOrDefault(from, Set.of()).contains(to), from.canBecome(to), from + " → " + to);
            }
        }
        Playbook playbook = approved();
        refused(PlaybookError.WRONG_STATE, () -> playbook.approve(approver, Optional.empty(), NOW));
    }

    private void exercise(Playbook playbook, LocalDate day) {
        playbook.exercise(approver, day, ExerciseKind.TABLE_TOP, "Report of the exercise", NOW);
    }

    private Playbook draft() {
        return new Playbook(author, "settlement", "Loss of settlement gateway", "決済ゲートウェイ停止", NOW);
    }

    private Playbook approved() {
        Playbook playbook = draft();
        playbook.approve(approver, Optional.empty(), NOW);
        return playbook;
    }
}
