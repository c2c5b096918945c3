package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.review.Attendance;
import org.sekisho.domain.report.review.Colleagues;
import org.sekisho.domain.report.review.Colleagues.Colleague;
import org.sekisho.domain.report.review.ReviewChain;
import org.sekisho.domain.report.review.ReviewChains;
import org.sekisho.domain.report.review.Reviewer;
import org.sekisho.domain.report.review.Work;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/**
 * Whose work the stage is that decides now: claimed, given back, delegated, handed over, assigned. Whoever gets it passes the checks of a
 * vote, by the domain and by the agreement.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ReviewWorkService {

    private static final Set<Role> REVIEWERS =
            Set.of(Role.SECURITY_REVIEWER, Role.CISO, Role.AUTHORITY_REVIEWER, Role.SIGNATORY);

    @Inject
    private CurrentAct act;

    @Inject
    private Reports reports;

    @Inject
    private ReviewChains chains;

    @Inject
    private Reviewers reviewers;

    @Inject
    private Colleagues colleagues;

    @Inject
    private ReportGate gate;

    @Inject
    private Entrance entrance;

    /** Takes a free place of the stage. */
    @Permission("review:decide")
    public void claim(@About(Report.KIND) UUID report) {
        Report found = requireLocked(report, Action.REPORT_REVIEW);
        Reviewer self = reviewers.self();
        take(found, work -> work.claim(self, act.now()));
    }

    /** Gives one's place back. */
    @Permission("review:decide")
    public void release(@About(Report.KIND) UUID report) {
        change(requireLocked(report, Action.REPORT_READ), work -> work.release(act.actor(), act.now()));
    }

    /**
     * Gives one's place to somebody else of the same organisation.
     *
     * @param person id or address
     */
    @Permission("review:decide")
    public void delegate(@About(Report.KIND) UUID report, String person) {
        Report found = requireLocked(report, Action.REPORT_READ);
        Reviewer to = requireAble(person, found);
        change(found, work -> work.delegate(act.actor(), to, act.now()));
    }

    /**
     * Gives somebody's place to somebody else, all of the same organisation: on a move, also afterwards, or during an absence.
     *
     * @param holder id or address of whose place it is, who may have left
     * @param person id or address of who takes it
     */
    @Permission("review:decide")
    public void handOver(@About(Report.KIND) UUID report, String holder, String person) {
        Report found = requireLocked(report, Action.REPORT_READ);
        UUID from = colleagues
                .holder(holder, requireUnderReview(found), organisation())
                .orElseThrow(() -> Refusal.of(SharedError.NOT_FOUND, "field", "holder"));
        Reviewer to = requireAble(person, found);
        Reviewer self = reviewers.self();
        Attendance attendance = reviewers.attendance(requireUnderReview(found));
        change(found, work -> work.handOver(self, from, attendance, to, act.now()));
    }

    /**
     * Gives a free place to somebody of one's organisation.
     *
     * @param person id or address
     */
    @Permission("review:decide")
    public void assign(@About(Report.KIND) UUID report, String person) {
        Report found = requireLocked(report, Action.REPORT_READ);
        Reviewer to = requireAble(person, found);
        take(found, work -> work.assign(act.actor(), to, act.now()));
    }

    /**
     * People of the actor's organisation to whom work on the report may be given, as far as it can be said without telling who has voted; by
     * name.
     */
    @Permission(value = "review:decide", recorded = Recorded.REFUSALS)
    public List<Candidate> candidates(@About(Report.KIND) UUID report) {
        Report found = reports.require(report);
        gate.require(found, Action.REPORT_READ);
        Optional<ReviewChain> chain = found.standing()
                .chain()
                .flatMap(chains::find)
                .filter(running -> running.openStage().isPresent());
        if (chain.isEmpty()) {
            return List.of();
        }
        return colleagues.holding(REVIEWERS, organisation(), Days.of(act.now())).stream()
                .filter(each -> isAble(reviewers.of(each.actor()), chain.get()))
                .map(each -> new Candidate(each.actor().requirePerson(), each.name(), each.email()))
                .toList();
    }

    /** Reviewers of the actor's organisation who are there today, by name; whether they pass the checks is said for each report. */
    @Permission(value = "review:decide", recorded = Recorded.REFUSALS)
    public List<Candidate> present() {
        return colleagues.holding(REVIEWERS, organisation(), Days.of(act.now())).stream()
                .filter(each -> !reviewers.isAbsent(each.actor().requirePerson()))
                .map(each -> new Candidate(each.actor().requirePerson(), each.name(), each.email()))
                .toList();
    }

    /** Somebody to whom work may be given. */
    public record Candidate(UUID person, String name, String email) {}

    private static boolean isAble(Reviewer colleague, ReviewChain chain) {
        UUID person = colleague.actor().requirePerson();
        boolean holds = chain.openStage()
                .map(stage -> chain.work().inCharge(stage).stream()
                        .anyMatch(seat -> seat.person().equals(person)))
                .orElse(false);
        return !holds && !colleague.absent() && chain.refusalOf(colleague).isEmpty();
    }

    /** Who only says whose work it is reviews nothing: for that it is enough to read. */
    private Report requireLocked(UUID report, Action action) {
        Report found = reports.requireLocked(report);
        gate.require(found, action);
        return found;
    }

    private Reviewer requireAble(String person, Report report) {
        Reviewer found = colleagues
                .find(person, organisation(), Days.of(act.now()))
                .map(Colleague::actor)
                .map(reviewers::of)
                .orElseThrow(() -> Refusal.of(SharedError.NOT_FOUND, "field", "person"));
        gate.requireOf(found.actor().requirePerson(), report, Action.REPORT_REVIEW);
        return found;
    }

    private UUID organisation() {
        return act.actor().organisation().orElseThrow();
    }

    private static UUID requireUnderReview(Report report) {
        return report.standing().chain().orElseThrow(() -> new Refusal(ReportError.STAGE_NOT_OPEN));
    }

    /** Who takes a place isn't kept from it by somebody who has left. */
    private void take(Report report, Function<Work, DomainEvent> verb) {
        Attendance attendance = reviewers.attendance(requireUnderReview(report));
        changes(report, work -> {
            List<DomainEvent> events = new ArrayList<>();
            work.vacate(attendance, act.now()).ifPresent(events::add);
            events.add(verb.apply(work));
            return events;
        });
    }

    private void change(Report report, Function<Work, DomainEvent> verb) {
        changes(report, work -> List.of(verb.apply(work)));
    }

    /** How many places are free is known only with all votes in sight; locking the review reads them. */
    private void changes(Report report, Function<Work, List<DomainEvent>> verbs) {
        UUID chain = requireUnderReview(report);
        List<DomainEvent> events = entrance.withReachOf(
                SystemReach.REVIEW_DECISION,
                () -> verbs.apply(chains.requireLocked(chain).work()));
        events.forEach(act::happened);
    }
}
