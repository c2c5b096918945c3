package org.sekisho.web.party;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.provisioning.ImportRuns.ImportLineRow;
import org.sekisho.domain.party.provisioning.ImportRuns.ImportView;
import org.sekisho.domain.party.provisioning.ImportState;
import org.sekisho.domain.party.provisioning.LineOutcome.Result;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.party.ImportService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** A table of people that was checked line by line: what was found, and, when it is carried out, how far that is. */
@Named
@RequestScoped
public class ImportPage {

    private static final String RESULT = "result";

    @Inject
    private ImportService imports;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    @SuppressWarnings("NullAway.Init")
    private ListState list;

    private @Nullable ImportView view;
    private @Nullable Page<ImportLineRow> page;

    @PostConstruct
    void read() {
        list = ListState.within(request, List.of("id"), List.of(RESULT), List.of("line", "email", RESULT));
    }

    /** Carries the checked table out, beside the request. */
    public void start() {
        imports.startImport(id());
        notices.leadTo("/people-import?id=" + id());
    }

    /** Whether the address names a table; else the page asks for one. */
    public boolean isChosen() {
        return request.getParameter("id") != null;
    }

    public ImportView getView() {
        if (view == null) {
            view = imports.viewImport(id());
        }
        return view;
    }

    public boolean isRunning() {
        return getView().state() == ImportState.RUNNING && !isStalled();
    }

    /** Whether it died with the server that carried it out. */
    public boolean isStalled() {
        return getView().isStalled(clock.instant());
    }

    /** Whether invitations went by mail; else they are handed over. */
    public boolean isMailed() {
        return settings.smtp().isPresent();
    }

    /** Whether it can be started: checked without a rejected line, or broken off, and its file still there. */
    public boolean isStartable() {
        return getView().isStartable(clock.instant());
    }

    /** Whether it was checked, but its file was forgotten for a newer one's sake. */
    public boolean isForgotten() {
        return getView().state() == ImportState.CHECKED && !getView().kept();
    }

    /** How many lines are done, and how long the rest may take. */
    public String getProgress() {
        String done = say.text(
                "import.running-words",
                Map.of("processed", getView().processed(), "total", getView().total()));
        return getView()
                .timeLeft(clock.instant())
                .map(left -> say.text(
                        "import.running-left",
                        Map.of("done", done, "minutes", left.toMinutes(), "seconds", left.toSeconds() + 1)))
                .orElse(done);
    }

    /** What became of a table, for its chip; one that died with its server broke off. */
    public ImportState state(ImportView table) {
        return table.isStalled(clock.instant()) ? ImportState.FAILED : table.state();
    }

    /** The tone of a table's chip. */
    public String stateTone(ImportView table) {
        return switch (state(table)) {
            case CHECKED, RUNNING -> "chip-info";
            case DONE -> "chip-good";
            case REFUSED, FAILED -> "chip-bad";
        };
    }

    public ListState getList() {
        return list;
    }

    /** Lines in the order of the file. */
    public Page<ImportLineRow> getPage() {
        if (page == null) {
            page = imports.importLines(id(), list.choice(RESULT, Result.class), list.page());
        }
        return page;
    }

    public List<Choice> getResults() {
        return say.choices("import-result", Arrays.stream(Result.values()));
    }

    /** What to do about a line. */
    public String words(ImportLineRow line) {
        return line.refusal()
                .map(refusal -> line.column()
                        .map(column -> say.text(
                                "import.in-column",
                                Map.of("column", say.of("import-column", column), "words", say.refusal(refusal))))
                        .orElseGet(() -> say.refusal(refusal)))
                .orElseGet(() -> say.text("page.dash", Map.of()));
    }

    /** The tone of a line's chip. */
    public String tone(Result result) {
        return switch (result) {
            case CREATED, UPDATED -> "chip-good";
            case UNCHANGED -> "";
            case REJECTED -> "chip-bad";
        };
    }

    /** Answers with all lines as CSV. */
    public void download() {
        new Csv<ImportLineRow>()
                .with("line", ImportLineRow::line)
                .with("result", ImportLineRow::result)
                .with("email", ImportLineRow::email)
                .with("column", line -> line.column().map(column -> column.header()))
                .with("code", ImportLineRow::code)
                .with("what_to_do", line -> line.refusal().map(say::refusal))
                .send(
                        "import-result",
                        after -> imports.importLines(id(), list.choice(RESULT, Result.class), list.wholeAfter(after)));
    }

    private UUID id() {
        return FormValues.requireId(request, "id");
    }
}
