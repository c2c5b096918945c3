package org.sekisho.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.intake.Repeat;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.report.intake.IntakeService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The items of one import that didn't become reports: those that were rejected, and those that were known. */
@Named
@RequestScoped
public class ReportImportItemsPage {

    private static final String REASON = "reason";
    private static final String DUPLICATES = "duplicates";

    private static final Csv<Repeat> REPEATS = new Csv<Repeat>()
            .with("item", Repeat::index)
            .with("same_by", Repeat::parts)
            .with(
                    "report_number",
                    each -> each.number().isPresent() ? each.number().getAsInt() : "")
            .with("report", Repeat::report)
            .with("severity", Repeat::severity)
            .with("graver", Repeat::graver);

    @Inject
    private IntakeService intakes;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<Rejection> rejections;
    private @Nullable Page<Repeat> repeats;

    /** Whether the address names an import; else the page asks for a file. */
    public boolean isChosen() {
        return request.getParameter("id") != null;
    }

    public UUID getId() {
        return FormValues.requireId(request, "id");
    }

    /** Whether the list shows the items that were known before. */
    public boolean isOfDuplicates() {
        return DUPLICATES.equals(request.getParameter("tab"));
    }

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request,
                    List.of("id", "tab"),
                    isOfDuplicates() ? List.of() : List.of(REASON),
                    isOfDuplicates() ? List.of("item", "number") : List.of("item", REASON));
        }
        return list;
    }

    public Page<Rejection> getRejections() {
        if (rejections == null) {
            rejections = intakes.rejections(
                    getId(),
                    getList().choice(REASON, RejectReason.class),
                    getList().page());
        }
        return rejections;
    }

    public Page<Repeat> getRepeats() {
        if (repeats == null) {
            repeats = intakes.repeats(getId(), getList().page());
        }
        return repeats;
    }

    public List<Choice> getReasons() {
        return say.choices("reject-reason", Arrays.stream(RejectReason.values()));
    }

    /** Why an item became nothing, with the word of the schema where one isn't kept. */
    public String why(Rejection rejection) {
        String reason = say.of("reject-reason", rejection.reason());
        return rejection.keyword().isEmpty()
                ? reason
                : say.text("intake.by-keyword", Map.of("reason", reason, "keyword", rejection.keyword()));
    }

    /** Goes on with an import that broke off. */
    public void takeOver() {
        intakes.takeOver(getId());
        notices.leadTo("/report-import?id=" + getId());
    }

    /** Answers with the whole list as CSV. */
    public void download() {
        if (isOfDuplicates()) {
            REPEATS.send(
                    "duplicates", after -> intakes.repeats(getId(), getList().wholeAfter(after)));
            return;
        }
        new Csv<Rejection>()
                .with("item", Rejection::index)
                .with("pointer", Rejection::pointer)
                .with("reason", Rejection::reason)
                .with("keyword", Rejection::keyword)
                .with("what_it_means", this::why)
                .send(
                        "rejections",
                        after -> intakes.rejections(
                                getId(),
                                getList().choice(REASON, RejectReason.class),
                                getList().wholeAfter(after)));
    }
}
