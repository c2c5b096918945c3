package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.Exposure;
import org.sekisho.domain.report.decision.InstitutionsAffected;
import org.sekisho.domain.report.decision.ServiceImportance;
import org.sekisho.domain.report.decision.TableUse;
import org.sekisho.ejb.report.AssessReport;
import org.sekisho.ejb.report.PublishedLists;
import org.sekisho.ejb.report.RatingService;
import org.sekisho.ejb.report.RatingView;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** What the risk table answered about a report, and the form on which one says what it asks for. */
@Named
@RequestScoped
public class RatingPage {

    @Inject
    private RatingService ratings;

    @Inject
    private ReportPage page;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Moments moments;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable RatingView view;
    private @Nullable SurroundingsFields fields;
    private String readHash = "";

    public RatingView getView() {
        if (view == null) {
            view = ratings.rating(getId());
        }
        return view;
    }

    private UUID getId() {
        return FormValues.requireId(request, "id");
    }

    /** Whether the person works on the report for its institution. */
    public boolean isOffered() {
        return me.can("report:work")
                && page.getRow().organisation().equals(me.getAccount().organisation());
    }

    /** What the table gives. */
    public RiskTier getTier() {
        return TableUse.tier(getView().rated().orElseThrow());
    }

    /** What the table was asked, in words: one phrase for each input. */
    public List<String> getAsked() {
        return getView().rated().map(Evaluation::inputs).orElse(Map.of()).entrySet().stream()
                .map(each -> say.with(
                        "report.rated-input",
                        "input",
                        say.find("decision.input." + each.getKey()).orElse(each.getKey()),
                        "value",
                        say.find("decision.value." + each.getKey() + "." + each.getValue())
                                .orElse(each.getValue())))
                .collect(Collectors.toUnmodifiableList());
    }

    /** What the catalogue of known exploited flaws says, and that it says nothing, in words. */
    public String getKnown() {
        PublishedLists lists = getView().lists();
        return said(lists, lists.knownEdition(), edition -> lists.knownSince()
                .map(since -> say.text(
                        "report.kev-listed",
                        Map.of(
                                "cve",
                                lists.knownCve().orElse(""),
                                "day",
                                moments.day(since),
                                "ransomware",
                                String.valueOf(lists.ransomware()))))
                .orElseGet(() -> say.with("report.kev-unlisted", "day", edition)));
    }

    /** How likely exploitation is said to be, in words. */
    public String getPrediction() {
        PublishedLists lists = getView().lists();
        return said(lists, lists.predictionEdition(), edition -> lists.probability()
                .map(likely -> say.text(
                        "report.epss-listed",
                        Map.of(
                                "cve",
                                lists.predictedCve().orElse(""),
                                "probability",
                                likely,
                                "percentile",
                                lists.percentile().orElse(likely),
                                "day",
                                edition)))
                .orElseGet(() -> say.with("report.epss-unlisted", "day", edition)));
    }

    private String said(PublishedLists lists, Optional<LocalDate> edition, Function<String, String> words) {
        if (!lists.applicable()) {
            return say.text("report.list-not-applicable", Map.of());
        }
        return edition.map(moments::day).map(words).orElseGet(() -> say.text("report.list-missing", Map.of()));
    }

    public SurroundingsFields getFields() {
        if (fields == null) {
            fields = new SurroundingsFields(getView().said());
        }
        return fields;
    }

    public List<Choice> getExposures() {
        return say.choices("decision.value.EXPOSURE", Arrays.stream(Exposure.values()));
    }

    public List<Choice> getServices() {
        return say.choices("decision.value.SERVICE", Arrays.stream(ServiceImportance.values()));
    }

    public List<Choice> getInstitutions() {
        return say.choices("decision.value.INSTITUTIONS", Arrays.stream(InstitutionsAffected.values()));
    }

    public void submit() {
        ratings.assess(new AssessReport(getId(), readHash, getFields().said()));
        notices.done("report.rated-anew", Map.of());
        notices.leadTo("/report?id=" + getId());
    }

    public String getReadHash() {
        return page.getView().hash();
    }

    public void setReadHash(String readHash) {
        this.readHash = FormValues.text(readHash);
    }
}
