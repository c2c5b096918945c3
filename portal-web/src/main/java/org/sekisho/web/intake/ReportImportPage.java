package org.sekisho.web.intake;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.report.intake.BegunIntake;
import org.sekisho.ejb.report.intake.ExploitationEdition;
import org.sekisho.ejb.report.intake.ExploitationService;
import org.sekisho.ejb.report.intake.ImportReports;
import org.sekisho.ejb.report.intake.IntakeService;
import org.sekisho.ejb.report.intake.IntakeUpload;
import org.sekisho.web.assurance.AuditWords;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Hands in a file of reports, sealed while it is read. With a script, several go one after the other. */
@Named
@RequestScoped
public class ReportImportPage {

    /** The largest form that the portal takes. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - (1L << 20);

    @Inject
    private IntakeService intakes;

    @Inject
    private IntakeTargets targets;

    @Inject
    private ExploitationService exploitation;

    @Inject
    private AuditWords words;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();
    private @Nullable Part file;

    @PostConstruct
    void read() {
        me.require("report-import:run");
        form.put("format", SourceFormat.SARIF.name());
        form.put("label", Tlp.AMBER.name());
        if (targets.getAll().size() == 1) {
            form.put("agreement", targets.getAll().get(0).agreement().toString());
        }
    }

    /** The largest document that isn't streamed. */
    public int getDocumentMebibytes() {
        return settings.importMebibytes();
    }

    /** Seals the file, begins to read it, and leads to its import: to its row alone, where a script asks for that. */
    public void submit() {
        Part given = file;
        if (given == null || FormValues.text(given.getSubmittedFileName()).isEmpty()) {
            notices.wrong("file", "intake.file-missing");
            return;
        }
        IntakeUpload upload = intakes.open(new ImportReports(
                FormValues.requireChosen(form.get("agreement"), "agreement"),
                FormValues.requireChoice(form.get("format"), SourceFormat.class, "format"),
                FormValues.text(form.get("environment")),
                FormValues.text(form.get("tool")),
                FormValues.text(form.get("toolVersion")),
                FormValues.text(form.get("run")),
                FormValues.requireChoice(form.get("label"), Tlp.class, "label"),
                FormValues.text(given.getSubmittedFileName())));
        try (InputStream content = given.getInputStream()) {
            upload.take(content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        BegunIntake begun = intakes.begin(upload);
        boolean row = "1".equals(request.getParameter("row"));
        notices.leadTo((row ? "/report-import-row?id=" : "/report-import?id=")
                + begun.intake()
                + (begun.repeated() ? "&repeated=1" : ""));
    }

    public List<Choice> getFormats() {
        return say.choices("source-format", Arrays.stream(SourceFormat.values()));
    }

    /** Labels as FIRST writes them. */
    public List<Choice> getLabels() {
        return Arrays.stream(Tlp.values())
                .map(label -> new Choice(label.name(), words.label(label)))
                .toList();
    }

    /** The lists by which findings with a CVE number are rated. */
    public List<ExploitationEdition> getLists() {
        return exploitation.exploitationLists();
    }

    public long getMostBytes() {
        return MOST_BYTES;
    }

    public String getMost() {
        return words.bytes(MOST_BYTES);
    }

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
