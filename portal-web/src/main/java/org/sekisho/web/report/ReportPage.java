package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.reading.ReportView;
import org.sekisho.domain.report.reading.ReportView.Vector;
import org.sekisho.domain.report.reading.RevisionsView;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.web.shared.FileDownload;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Say;

/** One report, as the address names it. */
@Named
@RequestScoped
public class ReportPage {

    private static final List<String> TABS = List.of("report", "changes", "evidence", "similar", "history");

    @Inject
    private ReportService reports;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ReportView view;
    private @Nullable RevisionsView comparison;

    public UUID getId() {
        return FormValues.requireId(request, "id");
    }

    public ReportView getView() {
        if (view == null) {
            view = reports.one(getId());
        }
        return view;
    }

    public ReportRow getRow() {
        return getView().row();
    }

    /** Number and title; the number alone where the person doesn't read what it says. */
    public String getName() {
        return getRow().reference() + getRow().title().map(title -> " " + title).orElse("");
    }

    /** Whether passages of it are masked for the person. */
    public boolean isMasked() {
        return getView().content().filter(Masking::isMasked).isPresent();
    }

    /** The tabs that have something to show. */
    public List<String> getTabs() {
        return getView().content().isPresent() ? TABS : List.of("report", "history");
    }

    public String getTab() {
        String given = request.getParameter("tab");
        return given != null && getTabs().contains(given) ? given : "report";
    }

    /** The words on a tab, with how much it holds. */
    public String tab(String name) {
        ReportView shown = getView();
        int previous = shown.row().revisionNumber() - 1;
        return switch (name) {
            case "changes" -> previous == 0
                    ? say.with("report.tab.no-changes", "count", 0)
                    : say.with("report.tab.changes", "number", previous);
            case "evidence" -> say.with(
                    "report.tab.evidence",
                    "count",
                    shown.content().map(each -> each.evidence().size()).orElse(0));
            case "similar" -> say.with(
                    "report.tab.similar", "count", shown.similar().size());
            default -> say.with("report.tab." + name, "count", 0);
        };
    }

    /** The gravest of the vectors that can be computed. */
    public Optional<Vector> getGravest() {
        return getView().vectors().stream()
                .filter(each -> each.score().isPresent())
                .max(Comparator.comparing(each -> each.score().orElseThrow()));
    }

    /** The two revisions that are laid beside each other: the latest two, or those that the address names. */
    public RevisionsView getComparison() {
        if (comparison == null) {
            int newer = number("newer").orElse(getRow().revisionNumber());
            comparison = reports.compare(getId(), number("older").orElse(Math.max(1, newer - 1)), newer);
        }
        return comparison;
    }

    /** Whether the person may have revisions word by word. */
    public boolean isExact() {
        return getView().content().isPresent() && !isMasked();
    }

    /** Answers with a revision word by word, as its hash names it and votes covered it. */
    public void download() {
        int number = number("revision").orElse(getRow().revisionNumber());
        byte[] text = reports.content(getId(), number).getBytes(StandardCharsets.UTF_8);
        FileDownload.send(getRow().reference() + "-" + number + ".json", "application/json", out -> out.write(text));
    }

    private Optional<Integer> number(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .filter(given -> given.matches("[0-9]{1,6}"))
                .map(Integer::valueOf);
    }
}
