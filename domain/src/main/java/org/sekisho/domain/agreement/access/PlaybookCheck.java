package org.sekisho.domain.agreement.access;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.agreement.access.PlaybookFacts.ApprovedPlaybook;
import org.sekisho.domain.agreement.clause.PlaybooksClause;
import org.sekisho.domain.agreement.clause.PlaybooksClause.MandatoryPlaybook;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.shared.Days;

/**
 * Whether every mandatory playbook is approved, reviewed and exercised in time. A period of N days begins on the day of the review
 * or exercise itself, so that it has run out when N days have passed.
 */
final class PlaybookCheck {

    private static final Condition CONDITION = Condition.PLAYBOOKS_EXERCISED;

    private PlaybookCheck() {}

    static Reason playbooksExercised(AccessRequest request, AccessFacts facts) {
        if (facts.agreement().isEmpty()) {
            return Reason.unknown(CONDITION);
        }
        Optional<PlaybooksClause> clause = facts.agreement().get().clause(PlaybooksClause.class);
        if (clause.isEmpty()) {
            return Reason.clauseMissing(CONDITION);
        }
        if (facts.outside().playbooks().isEmpty()) {
            return Reason.unknown(CONDITION);
        }
        PlaybookFacts known = facts.outside().playbooks().get();
        List<Reason> each = clause.get().mandatory().stream()
                .map(mandatory -> ready(mandatory, clause.get(), known, facts.today()))
                .toList();
        List<Reason> failed =
                each.stream().filter(reason -> !reason.satisfied()).toList();
        if (!failed.isEmpty()) {
            return Reason.fails(CONDITION, found(failed), remedies(failed));
        }
        Reason first = each.stream()
                .min(Comparator.comparing(reason -> reason.lapsesAt().orElseThrow()))
                .orElseThrow();
        return Reason.holdsUntil(
                CONDITION, found(each), first.remedies(), first.lapsesAt().orElseThrow());
    }

    private static List<Phrase> found(List<Reason> reasons) {
        return reasons.stream().flatMap(reason -> reason.found().stream()).toList();
    }

    private static List<Phrase> remedies(List<Reason> reasons) {
        return reasons.stream().flatMap(reason -> reason.remedies().stream()).toList();
    }

    private static Reason ready(
            MandatoryPlaybook mandatory, PlaybooksClause clause, PlaybookFacts known, LocalDate today) {
        Words name = mandatory.name();
        Optional<ApprovedPlaybook> playbook = known.find(mandatory.code());
        if (playbook.isEmpty()) {
            return Reason.fails(
                    CONDITION,
                    Phrase.of(FoundCode.PLAYBOOK_NOT_APPROVED, "playbook", name),
                    Phrase.of(RemedyCode.APPROVE_PLAYBOOK, "playbook", name));
        }
        Period reviewed = Period.ofDays(playbook.get().reviewedOn(), clause.reviewDays());
        Optional<Period> exercised = playbook.get()
                .exercisedOn()
                .filter(day -> !day.isAfter(today))
                .map(day -> Period.ofDays(day, clause.exerciseDays()));
        List<Phrase> found = new ArrayList<>();
        List<Phrase> remedies = new ArrayList<>();
        if (!reviewed.contains(today)) {
            found.add(
                    Phrase.of(FoundCode.PLAYBOOK_REVIEW_OVER, age(name, reviewed.first(), clause.reviewDays(), today)));
            remedies.add(Phrase.of(RemedyCode.REVIEW_PLAYBOOK, "playbook", name));
        }
        if (exercised.filter(period -> period.contains(today)).isEmpty()) {
            found.add(exercised
                    .map(period -> Phrase.of(
                            FoundCode.PLAYBOOK_EXERCISE_OVER, age(name, period.first(), clause.exerciseDays(), today)))
                    .orElseGet(() -> Phrase.of(FoundCode.PLAYBOOK_NEVER_EXERCISED, "playbook", name)));
            remedies.add(Phrase.of(RemedyCode.RECORD_EXERCISE, "playbook", name));
        }
        if (!found.isEmpty()) {
            return Reason.fails(CONDITION, found, remedies);
        }
        return inTime(name, clause, reviewed, exercised.orElseThrow(), today);
    }

    /** Shows whichever of review and exercise runs out first. */
    private static Reason inTime(
            Words name, PlaybooksClause clause, Period reviewed, Period exercised, LocalDate today) {
        boolean reviewFirst = reviewed.last().isBefore(exercised.last());
        Phrase found = reviewFirst
                ? Phrase.of(FoundCode.PLAYBOOK_REVIEWED, age(name, reviewed.first(), clause.reviewDays(), today))
                : Phrase.of(FoundCode.PLAYBOOK_EXERCISED, age(name, exercised.first(), clause.exerciseDays(), today));
        Phrase remedy =
                Phrase.of(reviewFirst ? RemedyCode.REVIEW_PLAYBOOK : RemedyCode.RECORD_EXERCISE, "playbook", name);
        LocalDate last = reviewFirst ? reviewed.last() : exercised.last();
        return Reason.holdsUntil(CONDITION, List.of(found), List.of(remedy), Days.endOf(last));
    }

    private static Map<String, Object> age(Words name, LocalDate since, int limit, LocalDate today) {
        return Map.of("playbook", name, "days", ChronoUnit.DAYS.between(since, today), "limit", (long) limit);
    }
}
