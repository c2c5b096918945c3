package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.reading.ReviewView.Holder;
import org.sekisho.domain.report.reading.ReviewView.StageView;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.report.review.StageState;
import org.sekisho.ejb.report.ReviewWorkService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Say;

/** What can be chosen in the form of an act on a report. */
@Named
@RequestScoped
public class ReportActChoices {

    @Inject
    private ReportPage page;

    @Inject
    private ReportActPage act;

    @Inject
    private NamedReport named;

    @Inject
    private ReviewWorkService work;

    @Inject
    private Say say;

    /** The tiers above the present one to raise it to, or those below to lower it to. */
    public List<Choice> getTiers() {
        RiskTier present = page.getRow().tier();
        boolean raised = act.getAct().equals("raise");
        return say.choices(
                "clause-word.risk-tier",
                Arrays.stream(RiskTier.values())
                        .filter(each -> raised ? each.compareTo(present) < 0 : each.compareTo(present) > 0));
    }

    public List<Choice> getKinds() {
        return say.choices("measure", Arrays.stream(InterimMeasure.Kind.values()));
    }

    /** Other reports of the institution: similar ones first, then the latest. */
    public List<Choice> getOriginals() {
        return named.suggestions(page.getView().similar().stream(), Set.of(page.getId()));
    }

    /** Colleagues to whom the work may be given. */
    public List<Choice> getPeople() {
        return work.candidates(page.getId()).stream()
                .map(each -> new Choice(each.person().toString(), each.name() + " · " + each.email()))
                .toList();
    }

    /** Who holds the places of the stage that decides now. */
    public List<Choice> getHolders() {
        Optional<StageView> open = page.getView().review().stream()
                .flatMap(review -> review.stages().stream())
                .filter(stage -> stage.state() == StageState.OPEN)
                .findFirst();
        return open.stream()
                .flatMap(stage -> stage.holders().stream())
                .map(this::choice)
                .toList();
    }

    private Choice choice(Holder holder) {
        String name = holder.name().orElseGet(() -> say.text("report.somebody", Map.of()));
        return new Choice(holder.person().toString(), name);
    }
}
