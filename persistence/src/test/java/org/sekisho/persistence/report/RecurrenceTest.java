package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.GraverRepeat;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportDraft;
import org.sekisho.domain.report.ReportFlow;
import org.sekisho.domain.report.review.Choice;

/** A finding that is imported again: worked on it is a duplicate, closed it has come back. */
class RecurrenceTest {

    private static final ReportContent CONTENT = ReportContent.of("Overflow", "A length isn't checked");

    private final Bench bench = new Bench();
    private final Importing importing = new Importing(bench);
    private final List<UUID> called = new ArrayList<>();

    @Test
    void whatIsFoundAgainAfterItsReportWasClosedIsAReportOfItsOwn() {
        List<ReportDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            drafts.add(importing.draft(bench.bank, CONTENT));
        }
        importing.imported(bench.analyst, bench.bank, '1', List.of(7), drafts.subList(0, 1), 70);
        importing.imported(bench.analyst, bench.bank, '2', List.of(7), drafts.subList(1, 2), 71);
        assertEquals(1, reports(), "worked on, it is a duplicate");
        UUID first = drafts.get(0).report();
        close(first);
        importing.imported(bench.analyst, bench.bank, '3', List.of(7, 7), drafts.subList(2, 4), 72);
        importing.imported(bench.analyst, bench.bank, '4', List.of(7), drafts.subList(4, 5), 73);
        assertEquals(2, reports(), "once, and then it is a duplicate again");
        UUID again = drafts.get(2).report();
        assertEquals(Optional.of(first), recurs(bench.reviewer, again));
        assertEquals(Optional.empty(), recurs(bench.reviewer, first));
        assertEquals(Optional.empty(), recurs(bench.official, again), "findings are the institution's own");
    }

    @Test
    void whatWasRejectedForLessIsAReportOfItsOwn() {
        UUID rejected = calling("MEDIUM", 8, 74, '5');
        bench.as(bench.reviewer, "", entities -> {
            ReportFlow flow = Bench.lock(entities, rejected).flow();
            return flow.reject(bench.reviewer, "Not reached", bench.vault, Bench.NOW);
        });
        calling("MEDIUM", 8, 75, '6');
        calling("LOW", 8, 75, '7');
        calling("", 8, 75, '8');
        assertEquals(1, reports(), "no graver than what was rejected");
        UUID graver = calling("HIGH", 8, 75, '9');
        assertEquals(2, reports());
        assertEquals(Optional.of(rejected), recurs(bench.reviewer, graver));
        assertEquals(List.of(), unasked());
    }

    @Test
    void aReportThatGoesOnHearsOfWhatIsGraver() {
        UUID report = calling("MEDIUM", 9, 76, 'a');
        calling("LOW", 9, 77, 'b');
        calling("MEDIUM", 9, 77, 'c');
        calling("", 9, 77, 'd');
        assertEquals(List.of(), unasked(), "no graver");
        calling("HIGH", 9, 77, 'e');
        assertEquals(List.of(report), unasked());
        ask(report);
        calling("HIGH", 9, 77, 'f');
        assertEquals(List.of(), unasked(), "that was heard");
        calling("CRITICAL", 9, 77, '0');
        assertEquals(List.of(report), unasked());
        assertEquals(1, reports());
    }

    /** What a file brings of one finding; the report is there only where it isn't a repeat. */
    private UUID calling(String severity, int fingerprint, int number, char file) {
        ReportDraft draft = importing.draft(bench.bank, CONTENT);
        importing
                .calling(severity)
                .imported(bench.analyst, bench.bank, file, List.of(fingerprint), List.of(draft), number);
        called.add(draft.report());
        return draft.report();
    }

    /** Of this test's own reports: the job looks at everybody's. */
    private List<UUID> unasked() {
        List<UUID> all = WaitingReviewRowsTest.asJob(
                "escalation-clock", entities -> rows(entities).unaskedGraver(1_000));
        return all.stream().filter(called::contains).toList();
    }

    private void ask(UUID report) {
        boolean asked = WaitingReviewRowsTest.asJob("escalation-clock", entities -> {
            GraverRepeat graver = entities.find(GraverRepeat.class, report);
            graver.ask();
            return graver.isAsked();
        });
        assertTrue(asked);
    }

    private static ReportRows rows(EntityManager entities) {
        ReportRows rows = new ReportRows();
        TestUnit.inject(rows, "sql", ReviewQueueListsTest.sql(entities));
        return rows;
    }

    private Optional<UUID> recurs(Actor reader, UUID report) {
        return bench.as(reader, "", entities -> {
            ReportLists lists = new ReportLists();
            TestUnit.inject(lists, "sql", ReviewQueueListsTest.sql(entities));
            return lists.recurs(report);
        });
    }

    /** Approved by both sides, remedied, verified and closed. */
    private void close(UUID report) {
        bench.as(bench.analyst, "review-decision", entities -> {
            Report found = Bench.lock(entities, report);
            found.flow().triage(bench.analyst, Bench.NOW);
            bench.submit(entities, found, found.tier(), 1);
            return true;
        });
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        bench.vote(bench.official, report, bench.hash(report), Choice.NO_OBJECTION);
        bench.as(bench.reviewer, "", entities -> {
            ReportFlow flow = Bench.lock(entities, report).flow();
            flow.remediate(bench.reviewer, Bench.NOW);
            return flow.mitigate(bench.reviewer, Bench.NOW);
        });
        bench.as(bench.colleague, "", entities -> {
            ReportFlow flow = Bench.lock(entities, report).flow();
            flow.verify(bench.colleague, Bench.NOW);
            return flow.close(bench.colleague, Bench.NOW);
        });
    }

    private long reports() {
        return bench.as(bench.reviewer, "", entities -> ReviewQueueListsTest.sql(entities)
                .query("select count(*) from report where organisation_id = :bank")
                .with("bank", bench.bank)
                .first(row -> row.number(0))
                .orElseThrow());
    }
}
