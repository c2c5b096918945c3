package org.sekisho.web.report.decision;

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
import org.sekisho.domain.report.decision.SsvcJson;
import org.sekisho.domain.report.decision.TableUse;
import org.sekisho.ejb.report.decision.DraftTable;
import org.sekisho.ejb.report.decision.TableName;
import org.sekisho.ejb.report.decision.TableService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Takes a table in from a file, as the draft of the next version under its code. */
@Named
@RequestScoped
public class TableDraftPage {

    @Inject
    private TableService tables;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();
    private @Nullable Part file;

    @PostConstruct
    void read() {
        me.require("table:edit");
        form.put("code", FormValues.text(request.getParameter("code")));
    }

    public Map<String, @Nullable String> getForm() {
        return form;
    }

    public List<Choice> getUses() {
        return say.choices("decision.use", Arrays.stream(TableUse.values()));
    }

    public int getMost() {
        return SsvcJson.MOST_BYTES;
    }

    public void draft() {
        Part given = file;
        if (given == null || FormValues.text(given.getSubmittedFileName()).isBlank()) {
            notices.wrong("file", "decision.file-missing");
            return;
        }
        try (InputStream content = given.getInputStream()) {
            TableName made = tables.draft(new DraftTable(
                    FormValues.text(form.get("code")),
                    FormValues.text(form.get("title")),
                    FormValues.requireChoice(form.get("use"), TableUse.class, "use"),
                    content.readNBytes(SsvcJson.MOST_BYTES + 1),
                    FormValues.text(form.get("order"))
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList()));
            notices.done("decision.drafted", Map.of());
            notices.leadTo("/decision-table?code=" + made.code() + "&version=" + made.version());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
