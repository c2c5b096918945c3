package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.AuthorityFilter;
import org.sekisho.domain.agreement.AuthorityKind;
import org.sekisho.domain.agreement.AuthorityRow;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.RecordAuthority;
import org.sekisho.ejb.agreement.SigningAuthorityService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Notices;

/** An authority to sign that is put on file or taken off. */
@Named
@RequestScoped
public class AuthorityPage {

    @Inject
    private AuthoritiesPage list;

    @Inject
    private SigningAuthorityService authorities;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();
    private @Nullable Optional<AuthorityRow> toRevoke;

    /** What the form holds, by field. */
    public Map<String, @Nullable String> getForm() {
        return form;
    }

    /** The authority that is about to be taken off, where the address names one. */
    public Optional<AuthorityRow> getToRevoke() {
        if (toRevoke == null) {
            toRevoke = FormValues.id(request.getParameter("revoke")).map(this::one);
        }
        return toRevoke;
    }

    private AuthorityRow one(UUID authority) {
        return authorities
                .list(list.getOrganisation(), AuthorityFilter.only(authority), PageRequest.first())
                .items()
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    public void record() {
        Optional<UUID> holder = Optional.of(FormValues.text(form.get("holder")))
                .filter(given -> !given.isBlank())
                .map(email -> authorities.holder(list.getOrganisation(), email.strip()));
        authorities.recordAuthority(new RecordAuthority(
                list.getOrganisation(),
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

    /** The list to go back to. */
    public String getPath() {
        return "/signing-authorities?organisation=" + list.getOrganisation();
    }
}
