package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.report.ReportFlowService;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.ReviewWorkService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The page on which an act on several reports is confirmed, and which says afterwards how it went with each. */
@Named
@RequestScoped
public class ReportsActPage {

    private static final Set<String> ACTS = Set.of("claim", "assign", "duplicate");
    /** Lists from which reports are chosen. */
    private static final Set<String> LISTS = Set.of("review-queue", "reports");

    private static final String KEPT = "reports-act";

    @Inject
    private ReportService reports;

    @Inject
    private ReviewWorkService work;

    @Inject
    private ReportFlowService flow;

    @Inject
    private NamedReport named;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();
    private @Nullable List<ReportRow> rows;

    /** A report with how it went. */
    public record Result(ReportRow row, Optional<Refusal> refused) {}

    public String getAct() {
        return Optional.ofNullable(request.getParameter("act"))
                .filter(ACTS::contains)
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The list to which the page leads back. */
    public String getFrom() {
        return Optional.ofNullable(request.getParameter("from"))
                .filter(LISTS::contains)
                .orElse("review-queue");
    }

    /** Leads back where nothing was chosen, and where a result was read before. */
    public void start() {
        if (isOver() ? lines().isEmpty() : ids().isEmpty()) {
            if (!isOver()) {
                notices.done("reports-act.none-chosen", Map.of());
            }
            notices.leadTo("/" + getFrom());
        }
    }

    /** Whether the page tells the outcome. */
    public boolean isOver() {
        return request.getParameter("over") != null;
    }

    public List<ReportRow> getRows() {
        if (rows == null) {
            rows = reports.chosen(
                    isOver() ? lines().stream().map(EachReport.Line::report).toList() : ids());
        }
        return rows;
    }

    public List<Result> getResults() {
        Map<UUID, Optional<Refusal>> went = new HashMap<>();
        lines().forEach(line -> went.put(line.report(), line.refused()));
        return getRows().stream()
                .map(row -> new Result(row, went.getOrDefault(row.id(), Optional.empty())))
                .toList();
    }

    public long getDone() {
        return lines().stream().filter(line -> line.refused().isEmpty()).count();
    }

    public String reason(Result result) {
        return result.refused().map(say::refusal).orElse("");
    }

    public String code(Result result) {
        return result.refused().map(refusal -> refusal.code().code()).orElse("");
    }

    public List<ReviewWorkService.Candidate> getPeople() {
        return work.present();
    }

    /** The latest reports of the institution, to choose the original from; any other can be named by its number. */
    public List<Choice> getOriginals() {
        return named.suggestions(Stream.of(), Set.copyOf(ids()));
    }

    public Map<String, @Nullable String> getForm() {
        return form;
    }

    /** Does it to each, and tells the outcome on the next page. */
    public void submit() {
        List<EachReport.Line> lines =
                EachReport.of(getRows().stream().map(ReportRow::id).toList(), act());
        FacesContext.getCurrentInstance().getExternalContext().getFlash().put(KEPT, lines);
        notices.leadTo("/reports-act?over=1&act=" + getAct() + "&from=" + getFrom());
    }

    /** What is missing in the form is said before any report is touched. */
    private Consumer<UUID> act() {
        return switch (getAct()) {
            case "claim" -> work::claim;
            case "assign" -> {
                String person =
                        FormValues.requireChosen(form.get("person"), "person").toString();
                yield report -> work.assign(report, person);
            }
            case "duplicate" -> {
                UUID original = named.id(form.get("original"));
                String reason = FormValues.requireText(form.get("reason"), "reason");
                yield report -> flow.markDuplicate(report, original, reason);
            }
            default -> throw new Refusal(SharedError.NOT_FOUND);
        };
    }

    private List<UUID> ids() {
        String[] given = request.getParameterValues("report");
        return given == null
                ? List.of()
                : Stream.of(given)
                        .flatMap(text -> FormValues.id(text).stream())
                        .distinct()
                        .toList();
    }

    private static List<EachReport.Line> lines() {
        Object kept = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getFlash()
                .get(KEPT);
        return kept instanceof List<?> list
                ? list.stream()
                        .filter(EachReport.Line.class::isInstance)
                        .map(EachReport.Line.class::cast)
                        .toList()
                : List.of();
    }
}
