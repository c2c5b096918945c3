package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.ejb.report.ReviewerService;
import org.sekisho.ejb.report.ReviewerService.Away;
import org.sekisho.ejb.report.ReviewerService.ReviewerLine;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Who reviews for one's organisation: ranks, which administrators put on file, and absences, also of who can't announce them. */
@Named
@RequestScoped
public class ReviewersPage {

    private static final String PATH = "/reviewers";

    @Inject
    private ReviewerService reviewers;

    @Inject
    private Me me;

    @Inject
    private Moments moments;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    private final Map<String, @Nullable String> form = new HashMap<>();
    private @Nullable List<ReviewerLine> lines;

    public List<ReviewerLine> getLines() {
        if (lines == null) {
            lines = reviewers.reviewers();
        }
        return lines;
    }

    /** One's own absences from today on; empty also for whoever isn't a reviewer. */
    public List<Away> getMine() {
        return self().map(ReviewerLine::absences).orElse(List.of());
    }

    /** Whether one reviews oneself, and so can be away from it. */
    public boolean isReviewer() {
        return me.can("review:decide") && self().isPresent();
    }

    private Optional<ReviewerLine> self() {
        UUID own = me.getAccount().person();
        return getLines().stream().filter(line -> line.person().equals(own)).findFirst();
    }

    /** Absences of others from today on that one put on file. */
    public List<OfOther> getRecorded() {
        UUID own = me.getAccount().person();
        return getLines().stream()
                .filter(line -> !line.person().equals(own))
                .flatMap(line -> line.absences().stream().filter(Away::own).map(away -> new OfOther(line.name(), away)))
                .toList();
    }

    /** Somebody's absence. */
    public record OfOther(String name, Away away) {}

    /** Everybody else: of whom one may record a rank or an absence. */
    public List<Choice> getOthers() {
        UUID own = me.getAccount().person();
        return getLines().stream()
                .filter(line -> !line.person().equals(own))
                .map(line -> new Choice(line.person().toString(), line.name() + " · " + line.email()))
                .toList();
    }

    public List<Choice> getRanks() {
        return say.choices("reviewers.rank", Arrays.stream(Rank.values()));
    }

    public String days(Away away) {
        return moments.between(away.firstDay(), away.lastDay());
    }

    public Map<String, @Nullable String> getForm() {
        return form;
    }

    public void recordRank() {
        reviewers.recordRank(
                FormValues.requireChosen(form.get("person"), "person"),
                FormValues.requireChoice(form.get("rank"), Rank.class, "rank"));
        done("reviewers.rank-recorded");
    }

    public void announce() {
        reviewers.announceAbsence(
                FormValues.requireDay(form.get("firstDay"), "firstDay"),
                FormValues.requireDay(form.get("lastDay"), "lastDay"));
        done("reviewers.announced");
    }

    public void recordAbsence() {
        reviewers.recordAbsence(
                FormValues.requireChosen(form.get("whoIsAway"), "whoIsAway"),
                FormValues.requireDay(form.get("awayFrom"), "awayFrom"),
                FormValues.requireDay(form.get("awayUntil"), "awayUntil"));
        done("reviewers.absence-recorded");
    }

    public void withdraw(UUID absence) {
        reviewers.withdrawAbsence(absence);
        done("reviewers.withdrawn");
    }

    private void done(String key) {
        notices.done(key, Map.of());
        notices.leadTo(PATH);
    }
}
