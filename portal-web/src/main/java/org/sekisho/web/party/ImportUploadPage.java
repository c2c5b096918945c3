package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.provisioning.ImportColumn;
import org.sekisho.domain.party.provisioning.ImportFile;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.party.ImportService;
import org.sekisho.ejb.party.ImportUpload;
import org.sekisho.web.shared.CsvDownload;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Hands in a table of people, and finds again those handed in before. */
@Named
@RequestScoped
public class ImportUploadPage {

    @Inject
    private ImportService imports;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    private @Nullable Part file;
    private @Nullable String reason;

    /** Checks the file, and leads to what was found. */
    public void check() {
        Part given = file;
        if (given == null || FormValues.text(given.getSubmittedFileName()).isBlank()) {
            notices.wrong("file", "import.file-missing");
            return;
        }
        try (InputStream content = given.getInputStream()) {
            // Read before the use case: its transaction doesn't wait for the sender.
            InputStream table = new ByteArrayInputStream(content.readNBytes(ImportFile.MOST_BYTES + 1));
            UUID run = imports.checkImport(
                    new ImportUpload(FormValues.text(given.getSubmittedFileName()), table, FormValues.text(reason)));
            notices.leadTo("/people-import?id=" + run);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public List<ImportColumn> getColumns() {
        return List.of(ImportColumn.values());
    }

    /** Answers with an empty table, for whoever begins with one: the header and one line to write over. */
    public void template() {
        CsvDownload.send(
                "people-template",
                getColumns().stream().map(ImportColumn::header).toList(),
                after -> new Page<>(
                        List.of(getColumns().stream()
                                .map(each -> (Object) say.of("import-example", each))
                                .toList()),
                        Optional.empty(),
                        1),
                line -> line);
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
