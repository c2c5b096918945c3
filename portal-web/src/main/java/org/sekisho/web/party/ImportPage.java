package org.sekisho.web.party;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import org.sekisho.ejb.party.ImportService;
import org.sekisho.ejb.party.ImportUpload;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.CsvDownload;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** People from a table: the file is checked line by line, then carried out, and the page shows how far that is. */
@Named
@RequestScoped
public class ImportPage {

    private static final String RESULT = "result";
    private static final List<String> CSV = List.of("line", "result", "email", "column", "code", "what_to_do");

    @Inject
    private ImportService imports;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @SuppressWarnings("NullAway.Init")
    private ListState list;

    private @Nullable ImportView view;
    private @Nullable Page<ImportLineRow> page;
    private @Nullable Part file;
    private @Nullable String reason;

    @PostConstruct
    void read() {
        list = ListState.of(request, List.of("id", RESULT), List.of());
    }

    /** Checks the file, and leads to what was found. */
    public void check() {
        Part given = file;
        if (given == null || given.getSize() == 0) {
            notices.wrong("file", "import.file-missing");
            return;
        }
        try (InputStream content = given.getInputStream()) {
            UUID run = imports.checkImport(
                    new ImportUpload(FormValues.text(given.getSubmittedFileName()), content, FormValues.text(reason)));
            notices.leadTo("/people-import?id=" + run);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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
        return getView().state() == ImportState.RUNNING;
    }

    /** Whether it can be started: checked without a rejected line, or broken off. */
    public boolean isStartable() {
        return getView().rejected() == 0
                && (getView().state() == ImportState.CHECKED || getView().state() == ImportState.FAILED);
    }

    /** The tone of the state's chip. */
    public String getTone() {
        return switch (getView().state()) {
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
        CsvDownload.send(
                "import-result",
                CSV,
                after -> imports.importLines(id(), list.choice(RESULT, Result.class), list.wholeAfter(after)),
                line -> List.of(
                        line.line(),
                        line.result(),
                        line.email(),
                        line.column().map(column -> column.header()).orElse(""),
                        line.code().orElse(""),
                        line.refusal().map(say::refusal).orElse("")));
    }

    private UUID id() {
        return FormValues.requireId(request, "id");
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
