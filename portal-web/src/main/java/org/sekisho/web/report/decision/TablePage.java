package org.sekisho.web.report.decision;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.decision.DecisionTable;
import org.sekisho.domain.report.decision.Row;
import org.sekisho.domain.report.decision.TableLines;
import org.sekisho.domain.report.decision.TableState;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.report.decision.RowChange;
import org.sekisho.ejb.report.decision.TableName;
import org.sekisho.ejb.report.decision.TableService;
import org.sekisho.ejb.report.decision.TableView;
import org.sekisho.web.shared.CsvDownload;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** One version of a decision table: what it answers, whether it holds together, and what it changes. */
@Named
@RequestScoped
public class TablePage {

    /** Rows on one page: a table has thousands at most, and a browser draws this many choices at once. */
    private static final int SLICE = 100;

    @Inject
    private TableService tables;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable TableView table;
    private @Nullable String reason;

    /** A row with its number. */
    public record Numbered(int number, Row row) {}

    /** The version that the address names. */
    public TableView getTable() {
        if (table == null) {
            table = tables.find(
                    FormValues.text(request.getParameter("code")),
                    number("version").orElseThrow(TablePage::none));
        }
        return table;
    }

    private static Refusal none() {
        return new Refusal(SharedError.NOT_FOUND);
    }

    private Optional<Integer> number(String name) {
        String given = FormValues.text(request.getParameter(name));
        return given.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(given)) : Optional.empty();
    }

    public String getAddress() {
        return "/decision-table?code=" + getTable().code() + "&version="
                + getTable().version();
    }

    public int getFrom() {
        return Math.min(number("from").orElse(0), Math.max(0, getTable().rows().size() - 1));
    }

    public List<Numbered> getRows() {
        List<Numbered> rows = new ArrayList<>();
        for (int at = getFrom();
                at < Math.min(getFrom() + SLICE, getTable().rows().size());
                at++) {
            rows.add(new Numbered(at, getTable().rows().get(at)));
        }
        return rows;
    }

    public int getUntil() {
        return Math.min(getFrom() + SLICE, getTable().rows().size());
    }

    public int getBefore() {
        return Math.max(0, getFrom() - SLICE);
    }

    public boolean isEditable() {
        return getTable().state() == TableState.DRAFT && me.can("table:edit");
    }

    public boolean isOwnDraft() {
        return getTable().draftedBy().equals(Optional.of(me.getAccount().person()));
    }

    public boolean isAdoptionOffered() {
        return getTable().state() == TableState.DRAFT
                && me.can("table:adopt")
                && !isOwnDraft()
                && getTable().completeness().complete();
    }

    public boolean isRetirementOffered() {
        return getTable().state() == TableState.ADOPTED && !getTable().delivered() && me.can("table:adopt");
    }

    public boolean isNextOffered() {
        return getTable().state() != TableState.DRAFT && me.can("table:edit");
    }

    /** The earlier version that the address compares with: the one before, unless it names another. */
    public int getWith() {
        return number("with").orElse(getTable().version() - 1);
    }

    public List<Integer> getEarlier() {
        List<Integer> versions = new ArrayList<>();
        for (int each = getTable().version() - 1; each >= 1 && versions.size() < 50; each--) {
            versions.add(each);
        }
        return versions;
    }

    public boolean isCompared() {
        return number("with").isPresent();
    }

    public List<RowChange> getChanges() {
        return tables.compare(getTable().code(), getWith(), getTable().version());
    }

    /** Where the page of a row begins. */
    static int slice(int row) {
        return Math.max(0, row) / SLICE * SLICE;
    }

    /** Whether a form was sent about the table as it is now. */
    boolean isRead() {
        return number("read").equals(Optional.of(getTable().readVersion()));
    }

    /** The row's version that was seen. */
    int requireRead() {
        return number("read").orElseThrow(TablePage::none);
    }

    public void copy() {
        TableName next = tables.copy(getTable().code(), getTable().version());
        notices.done("decision.drafted", Map.of());
        notices.leadTo("/decision-table?code=" + next.code() + "&version=" + next.version());
    }

    public void adopt() {
        tables.adopt(getTable().code(), getTable().version(), requireRead());
        notices.done("decision.adopted", Map.of());
        notices.leadTo(getAddress());
    }

    public void retire() {
        tables.retire(getTable().code(), getTable().version(), FormValues.text(reason));
        notices.done("decision.retired", Map.of());
        notices.leadTo(getAddress());
    }

    public void giveUp() {
        tables.giveUp(getTable().code(), getTable().version());
        notices.done("decision.given-up", Map.of());
        notices.leadTo("/decision-tables");
    }

    /** The rows as they can be taken in again. */
    public void download() {
        TableView shown = getTable();
        List<List<Object>> lines = TableLines.write(
                new DecisionTable(shown.code(), shown.version(), shown.inputs(), shown.outcome(), shown.rows()));
        CsvDownload.send(
                shown.code() + "-" + shown.version(),
                lines.get(0).stream().map(Object::toString).toList(),
                after -> new Page<>(lines.subList(1, lines.size()), Optional.empty(), lines.size() - 1),
                line -> line);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
