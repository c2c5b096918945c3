package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.report.review.Absence;
import org.sekisho.domain.report.review.Colleagues;
import org.sekisho.domain.report.review.Colleagues.Colleague;
import org.sekisho.domain.report.review.ReviewChains;
import org.sekisho.domain.report.review.ReviewerRank;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** What is on file about reviewers: their rank, and when they are away. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ReviewerService {

    private static final Set<Role> REVIEWERS =
            EnumSet.of(Role.SECURITY_REVIEWER, Role.CISO, Role.AUTHORITY_REVIEWER, Role.SIGNATORY);

    @Inject
    private CurrentAct act;

    @Inject
    private ReviewChains chains;

    @Inject
    private Colleagues colleagues;

    @Inject
    private People people;

    /** Puts on file which rank somebody holds at the administrator's organisation. */
    @Permission("review:rank")
    public void recordRank(@About("person") UUID person, Rank rank) {
        UUID organisation = organisation();
        people.require(person);
        chains.add(new ReviewerRank(act.actor(), person, organisation, rank, act.now()));
    }

    /** Says that the actor will be away on these days; the id of the absence. */
    @Permission("review:decide")
    public UUID announceAbsence(LocalDate firstDay, LocalDate lastDay) {
        Absence absence = new Absence(act.actor(), firstDay, lastDay);
        absence.requireApart(chains.absences(organisation(), firstDay));
        chains.add(absence);
        return absence.id();
    }

    /** Says that somebody else will be away on these days, who reviews for the actor's organisation; the id of the absence. */
    @Permission("review:absence")
    public UUID recordAbsence(@About("person") UUID person, LocalDate firstDay, LocalDate lastDay) {
        Colleague away = colleagues
                .find(person.toString(), organisation(), Days.of(act.now()))
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        Absence absence = new Absence(act.actor(), away.actor(), firstDay, lastDay);
        absence.requireApart(chains.absences(organisation(), firstDay));
        chains.add(absence);
        return absence.id();
    }

    /** Takes an absence of one's own back, or one that one put on file. */
    @Permission("review:absence")
    public void withdrawAbsence(UUID absence) {
        Absence own = chains.absence(absence)
                .filter(each -> each.isOf(act.person()))
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        chains.remove(own);
    }

    /** Who reviews for the actor's organisation, by name, {@link Colleagues#MOST} at most: with rank, and when they are away from today on. */
    @Permission(value = "review:staff", recorded = Recorded.REFUSALS)
    public List<ReviewerLine> reviewers() {
        LocalDate today = Days.of(act.now());
        Map<UUID, Rank> ranks = chains.ranks(organisation());
        Map<UUID, List<Away>> away = chains.absences(organisation(), today).stream()
                .collect(Collectors.groupingBy(
                        Absence::person,
                        Collectors.mapping(
                                each -> new Away(
                                        each.id(),
                                        each.firstDay(),
                                        each.lastDay(),
                                        each.covers(today),
                                        each.isOf(act.person())),
                                Collectors.toUnmodifiableList())));
        return colleagues.holding(REVIEWERS, organisation(), today).stream()
                .map(each -> line(each, ranks, away))
                .toList();
    }

    private static ReviewerLine line(Colleague colleague, Map<UUID, Rank> ranks, Map<UUID, List<Away>> away) {
        UUID person = colleague.actor().requirePerson();
        Set<Role> roles = EnumSet.copyOf(REVIEWERS);
        roles.retainAll(colleague.actor().roles());
        return new ReviewerLine(
                person,
                colleague.name(),
                colleague.email(),
                roles,
                ranks.getOrDefault(person, Rank.ANY),
                away.getOrDefault(person, List.of()));
    }

    private UUID organisation() {
        return act.actor().organisation().orElseThrow();
    }

    /**
     * Somebody who reviews.
     *
     * @param roles in which they do
     * @param rank {@link Rank#ANY} where nothing is on file
     * @param absences from today on, the first to begin first
     */
    public record ReviewerLine(
            UUID person, String name, String email, Set<Role> roles, Rank rank, List<Away> absences) {

        public ReviewerLine {
            roles = Set.copyOf(roles);
            absences = List.copyOf(absences);
        }

        /** Whether they are away today. */
        public boolean away() {
            return absences.stream().anyMatch(Away::today);
        }
    }

    /**
     * Days on which somebody is away.
     *
     * @param own whether the reader may take it back: it is theirs, or they put it on file
     */
    public record Away(UUID id, LocalDate firstDay, LocalDate lastDay, boolean today, boolean own) {}
}
