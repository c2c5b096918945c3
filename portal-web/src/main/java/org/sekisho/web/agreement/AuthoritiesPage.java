package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.AuthorityKind;
import org.sekisho.domain.agreement.AuthorityRow;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.RecordAuthority;
import org.sekisho.ejb.agreement.SigningAuthorityService;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** Who may sign for an organisation, by which document, and until when. */
@Named
@RequestScoped
public class AuthoritiesPage {

    @Inject
    private SigningAuthorityService authorities;

    @Inject
    private OrganisationService organisations;

    @Inject
    private Moments moments;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();
    private @Nullable List<AuthorityRow> rows;

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    /** The organisation that the address names; one's own where it names none. */
    public UUID getOrganisation() {
        return FormValues.id(request.getParameter("organisation"))
                .orElse(me.getAccount().organisation());
    }

    public String getOrganisationName() {
        return say.name(organisations.find(getOrganisation().toString()).name());
    }

    /** The coordinator keeps those of every organisation; others see their own only. */
    public List<Choice> getOrganisations() {
        if (!me.holds("COORDINATOR")) {
            return List.of();
        }
        return organisations.choices().stream()
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    public List<AuthorityRow> getRows() {
        if (rows == null) {
            rows = authorities.list(getOrganisation());
        }
        return rows;
    }

    public List<Choice> getKinds() {
        return say.choices("authority-kind", Arrays.stream(AuthorityKind.values()));
    }

    public boolean isCurrent(AuthorityRow row) {
        return row.revokedAt().isEmpty() && !row.validUntil().isBefore(moments.getToday());
    }

    /** The state in words: counts, ran out, or taken off. */
    public String state(AuthorityRow row) {
        String key = row.revokedAt().isPresent() ? "revoked" : isCurrent(row) ? "current" : "over";
        return say.text("authority.state-" + key, Map.of());
    }

    /** Nobody keeps their own authority. */
    public boolean isOwn(AuthorityRow row) {
        return row.person().filter(me.getAccount().person()::equals).isPresent();
    }

    /** The authority that is about to be taken off, where the address names one. */
    public Optional<AuthorityRow> getToRevoke() {
        return FormValues.id(request.getParameter("revoke")).map(id -> getRows().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND)));
    }

    public void record() {
        Optional<UUID> holder = Optional.of(FormValues.text(form.get("holder")))
                .filter(given -> !given.isBlank())
                .map(email -> authorities.holder(getOrganisation(), email.strip()));
        authorities.recordAuthority(new RecordAuthority(
                getOrganisation(),
                holder,
                FormValues.text(form.get("holderName")),
                FormValues.requireChoice(form.get("kind"), AuthorityKind.class, "kind"),
                FormValues.text(form.get("reference")),
                FormValues.requireDay(form.get("validUntil"), "validUntil")));
        back("authority.recorded");
    }

    public void revoke() {
        authorities.revokeAuthority(getToRevoke()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND))
                .id());
        back("authority.revoked");
    }

    private void back(String key) {
        notices.done(key, Map.of());
        notices.leadTo(getPath());
    }

    public String getPath() {
        return "/signing-authorities?organisation=" + getOrganisation();
    }
}
