package org.sekisho.ejb.report;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.reading.QueueReader;
import org.sekisho.domain.report.reading.QueueRow;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.reading.ReviewQueue;
import org.sekisho.domain.report.reading.ReviewQueueFilter;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** What waits for a reviewer's decision, and for those who watch the clocks, what waits for anybody's. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ReviewQueueService {

    @Inject
    private CurrentAct act;

    @Inject
    private Reviewers reviewers;

    @Inject
    private ReviewQueue queue;

    @Inject
    private ReportDirectory directory;

    @Inject
    private ReportLook look;

    @Inject
    private Reports reports;

    @Inject
    private ReportReading reading;

    /** The queue, oldest clock first; what reports are called only for who may read them. */
    @Permission(value = "report:read", recorded = Recorded.REFUSALS)
    public Page<QueueRow> queue(ReviewQueueFilter filter, PageRequest page) {
        return look.namedQueue(queue.page(reader(), filter, act.now(), page));
    }

    /** For which side the actor decides; empty for whoever only watches the clocks. */
    @Permission(value = "report:read", recorded = Recorded.REFUSALS)
    public Optional<Side> sideInQueue() {
        return reader().side();
    }

    /**
     * The report that comes after this one in the actor's queue, leaving out what others hold.
     *
     * @param report which the actor has before them; the queue's first is given back where it isn't in the queue
     */
    @Permission(value = "report:read", recorded = Recorded.REFUSALS)
    public Optional<UUID> nextInQueue(@About(Report.KIND) UUID report) {
        ReportRow here = directory.find(report).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        return queue.next(reader(), here.id(), act.now());
    }

    /**
     * Makes ready what the actor is likely to open next, the report that comes after this one in their queue. They are handed nothing of
     * it, so they haven't read it, and the trail doesn't say so.
     */
    @Permission(value = "report:read", recorded = Recorded.REFUSALS)
    public void makeNextReady(@About(Report.KIND) UUID report) {
        nextInQueue(report).map(reports::require).ifPresent(reading::makeReady);
    }

    private QueueReader reader() {
        return QueueReader.of(reviewers.self());
    }
}
