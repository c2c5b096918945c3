package org.sekisho.web.assurance;

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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.RequestRow;
import org.sekisho.domain.assurance.evidence.EvidenceLimits;
import org.sekisho.ejb.assurance.EvidenceService;
import org.sekisho.ejb.assurance.EvidenceUpload;
import org.sekisho.ejb.assurance.RequestService;
import org.sekisho.ejb.assurance.UploadEvidence;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;
import org.sekisho.web.shared.StreamedForms;

/** Hands in a file as evidence, sealed while it is read. */
@Named
@RequestScoped
public class AuditUploadPage {

    @Inject
    private AuditPage page;

    @Inject
    private EvidenceService evidence;

    @Inject
    private RequestService requests;

    @Inject
    private AuditWords words;

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

    /** What is asked for fills the form. */
    @PostConstruct
    void read() {
        me.require("evidence:upload");
        form.put("label", Tlp.AMBER.name());
        form.put("section", request.getParameter("section"));
        getAsked().ifPresent(asked -> {
            form.put("section", asked.section().name());
            form.put("periodFirst", asked.period().first().toString());
            form.put("periodLast", asked.period().last().toString());
        });
    }

    /** The request that the file is to answer, where the address names one. */
    public Optional<RequestRow> getAsked() {
        return FormValues.id(request.getParameter("request"))
                .map(asked -> requests.one(asked).row());
    }

    /** Where the page goes back to. */
    public String getBack() {
        return FormValues.id(request.getParameter("request"))
                .map(asked -> "/audit-request?id=" + asked)
                .orElseGet(() -> "/audit?tab=evidence&id=" + page.getId());
    }

    public List<Choice> getSections() {
        return say.choices("evidence-section", page.getView().terms().sections().stream());
    }

    /** Labels as FIRST writes them. */
    public List<Choice> getLabels() {
        return Arrays.stream(Tlp.values())
                .map(label -> new Choice(label.name(), words.label(label)))
                .toList();
    }

    public long getMostBytes() {
        return EvidenceLimits.USUAL.mostBytes();
    }

    public String getMost() {
        return words.bytes(getMostBytes());
    }

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    public void submit() {
        Part given = file;
        if (given == null || FormValues.text(given.getSubmittedFileName()).isEmpty()) {
            notices.wrong("file", "audit-upload.file-missing");
            return;
        }
        EvidenceUpload upload = evidence.open(new UploadEvidence(
                page.getId(),
                FormValues.requireChoice(form.get("section"), EvidenceSection.class, "section"),
                FormValues.text(form.get("control")),
                new Period(
                        FormValues.requireDay(form.get("periodFirst"), "periodFirst"),
                        FormValues.requireDay(form.get("periodLast"), "periodLast")),
                FormValues.requireChoice(form.get("label"), Tlp.class, "label"),
                FormValues.text(form.get("evidenceTitle")),
                FormValues.text(given.getSubmittedFileName()),
                StreamedForms.SIZE_UNKNOWN));
        try (InputStream content = given.getInputStream()) {
            upload.take(content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        UUID received = evidence.receive(upload);
        notices.done("audit-upload.done", Map.of());
        notices.leadTo(
                request.getParameter("request") == null
                        ? "/audit-evidence?audit=" + page.getId() + "&id=" + received
                        : getBack() + "&chosen=" + received);
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
