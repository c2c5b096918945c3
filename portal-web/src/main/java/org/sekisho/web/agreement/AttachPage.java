package org.sekisho.web.agreement;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.AuthorityFilter;
import org.sekisho.domain.agreement.AuthorityRow;
import org.sekisho.domain.agreement.SignatureMethod;
import org.sekisho.domain.agreement.SignedFileCheck;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.agreement.AttachSignature;
import org.sekisho.ejb.agreement.OutsideSigningService;
import org.sekisho.ejb.agreement.SignatureUpload;
import org.sekisho.ejb.agreement.SigningAuthorityService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;
import org.sekisho.web.shared.StreamedForms;

/** The page on which a party that signs outside attaches the signed file. */
@Named
@RequestScoped
public class AttachPage {

    @Inject
    private AgreementPage page;

    @Inject
    private SignPage sign;

    @Inject
    private OutsideSigningService outside;

    @Inject
    private SigningAuthorityService authorities;

    @Inject
    private AgreementWords words;

    @Inject
    private Moments moments;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    private final Map<String, @Nullable String> form = new HashMap<>();
    private @Nullable Part file;

    @PostConstruct
    void read() {
        form.put("signedOn", moments.getToday().toString());
    }

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    /** Whether all is there that an attached signature needs. */
    public boolean isReady() {
        return page.isSignable()
                && sign.getSheet().party().isPresent()
                && sign.getSheet().approved()
                && !sign.getSheet().signed()
                && !getAuthorities().isEmpty();
    }

    /** Everybody who may sign for the person's organisation today, users of the portal or not. */
    public List<Choice> getAuthorities() {
        AuthorityFilter counting = AuthorityFilter.countingOn(moments.getToday());
        PageRequest most = PageRequest.most();
        return authorities.list(me.getAccount().organisation(), counting, most).items().stream()
                .map(this::choice)
                .toList();
    }

    private Choice choice(AuthorityRow row) {
        return new Choice(row.id().toString(), words.authority(row));
    }

    public List<Choice> getMethods() {
        return say.choices(
                "signature-method", Stream.of(SignatureMethod.OUTSIDE_CERTIFICATE, SignatureMethod.OUTSIDE_PAPER));
    }

    public long getMostBytes() {
        return SignedFileCheck.MOST_BYTES;
    }

    public long getMostMegabytes() {
        return SignedFileCheck.MOST_BYTES / (1024 * 1024);
    }

    public void submit() {
        Part given = file;
        if (given == null || FormValues.text(given.getSubmittedFileName()).isEmpty()) {
            notices.wrong("file", "attach.file-missing");
            return;
        }
        UUID authority = FormValues.requireChosen(form.get("authority"), "authority");
        SignatureUpload upload = outside.open(new AttachSignature(
                page.getId(),
                page.getSignableNumber(),
                authority,
                FormValues.requireChoice(form.get("method"), SignatureMethod.class, "method"),
                FormValues.requireDay(form.get("signedOn"), "signedOn"),
                FormValues.text(given.getSubmittedFileName()),
                StreamedForms.SIZE_UNKNOWN));
        try (InputStream content = given.getInputStream()) {
            upload.take(content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        outside.attachSignature(upload);
        notices.done("attach.done", Map.of());
        notices.leadTo("/agreement?id=" + page.getId());
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
