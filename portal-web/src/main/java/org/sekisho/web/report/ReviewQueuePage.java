package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.reading.QueueRow;
import org.sekisho.domain.report.reading.QueueRow.Holder;
import org.sekisho.domain.report.reading.ReviewQueueFilter;
import org.sekisho.domain.report.reading.ReviewQueueFilter.ClockState;
import org.sekisho.domain.report.reading.ReviewQueueFilter.Work;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.report.ReviewQueueService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The queue of a reviewer, oldest clock first; for whoever decides for no side, every stage that decides now. */
@Named
@RequestScoped
public class ReviewQueuePage {

    private static final String PATH = "/review-queue";

    private static final Csv<QueueRow> CSV = new Csv<QueueRow>()
            .with("number", row -> row.report().reference())
            .with("title", row -> row.report().title())
            .with("organisation", row -> row.report().organisationName())
            .with("agreement", row -> row.report().agreementNumber())
            .with("tier", row -> row.report().tier())
            .with("label", row -> row.report().label().label())
            .with("revision", row -> row.report().revisionNumber())
            .with("stage", QueueRow::stage)
            .with("stages", QueueRow::of)
            .with("whose_move", QueueRow::side)
            .with("due", QueueRow::due)
            .with("late", QueueRow::late)
            .with("quorum", QueueRow::quorum)
            .with("holders", row -> row.holders().stream()
                    .flatMap(holder -> holder.name().stream())
                    .toList());

    @Inject
    private ReviewQueueService queue;

    @Inject
    private ReportAgreements agreements;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<QueueRow> page;
    private @Nullable Optional<Side> side;

    public ListState getList() {
        if (list == null) {
            list = ListState.of(request, List.of("work", "clock", "tier", "side", "agreement"), List.of());
        }
        return list;
    }

    public Page<QueueRow> getPage() {
        if (page == null) {
            page = queue.queue(filter(), getList().page());
        }
        return page;
    }

    /** Whether the person decides, and doesn't only watch the clocks. */
    public boolean isDeciding() {
        if (side == null) {
            side = queue.sideInQueue();
        }
        return side.isPresent();
    }

    /** Whether the person does anything for which rows are chosen. */
    public boolean isChoosing() {
        return isDeciding() || me.can("report:work");
    }

    public List<Choice> getAgreements() {
        return agreements.governing();
    }

    /** Whose work: nothing can be one's own for whoever only watches. */
    public List<Choice> getWorks() {
        return say.choices(
                "review-work", Arrays.stream(Work.values()).filter(work -> isDeciding() || work != Work.MINE));
    }

    public List<Choice> getClocks() {
        return say.choices("review-clock", Arrays.stream(ClockState.values()));
    }

    public List<Choice> getTiers() {
        return say.choices("clause-word.risk-tier", Arrays.stream(RiskTier.values()));
    }

    public List<Choice> getSides() {
        return say.choices("clause-word.side", Arrays.stream(Side.values()));
    }

    /** Who holds a place, and whether they are away. */
    public String holder(Holder holder) {
        String name = holder.name().orElseGet(() -> say.with("report.somebody", "count", 0));
        return holder.away() ? say.with("review-queue.away", "name", name) : name;
    }

    /** Leads to the report that comes after the one in the address; to the queue where none is left. */
    public void goOn() {
        Optional<String> next =
                queue.nextInQueue(FormValues.requireId(request, "after-report")).map(report -> "/report?id=" + report);
        if (next.isEmpty()) {
            notices.done("review-queue.no-next", Map.of());
        }
        notices.leadTo(next.orElse(PATH));
    }

    /** Makes ready the report that comes after the one in the address. The answer says nothing, not even whether there is one. */
    public void makeReady() {
        queue.makeNextReady(FormValues.requireId(request, "ready-after"));
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NO_CONTENT);
        faces.responseComplete();
    }

    public void download() {
        CSV.send("review-queue", after -> queue.queue(filter(), getList().wholeAfter(after)));
    }

    private ReviewQueueFilter filter() {
        return new ReviewQueueFilter(
                getList().id("agreement"),
                getList().choice("tier", RiskTier.class),
                getList().choice("side", Side.class),
                getList().choice("clock", ClockState.class),
                getList().choice("work", Work.class));
    }
}
