package org.sekisho.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.report.intake.IntakeLine;
import org.sekisho.ejb.report.intake.IntakeService;
import org.sekisho.ejb.report.intake.SourceFileService;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.web.shared.FileDownload;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;

/** The form on which somebody says why they need the file of an import, and the answer that is the file. */
@Named
@RequestScoped
public class SourceFilePage {

    @Inject
    private IntakeService intakes;

    @Inject
    private SourceFileService files;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable IntakeLine line;
    private String reason = "";

    /** Before anything of it is shown. */
    public void open() {
        me.require("report-import:hand-out");
        Checks.check(getLine().handedOut(), SharedError.NOT_PERMITTED);
    }

    /** Sends the file in this very answer; there is no address that it could be had from again. */
    public void send() {
        FileToSend file = files.handOut(id(), reason);
        FileDownload.send(file.name(), file.mediaType(), file::writeTo);
    }

    public IntakeLine getLine() {
        if (line == null) {
            line = intakes.one(id());
        }
        return line;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = FormValues.text(reason);
    }

    private UUID id() {
        return FormValues.requireId(request, "id");
    }
}
