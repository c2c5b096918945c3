package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationView;
import org.sekisho.domain.party.organisation.OrganisationState;
import org.sekisho.domain.vault.KeyFingerprint;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** One organisation: name and designations for everyone, the rest for its own and the installation's administrators. */
@Named
@RequestScoped
public class OneOrganisationPage {

    @Inject
    private OrganisationService organisations;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Me me;

    @Inject
    private Say say;

    private @Nullable OrganisationRow row;
    private @Nullable OrganisationView view;

    public UUID getId() {
        return FormValues.requireId(request, "id");
    }

    public OrganisationRow getRow() {
        if (row == null) {
            row = organisations.find(getId().toString());
        }
        return row;
    }

    public String getName() {
        return say.name(getRow().name());
    }

    /** Whether mail domains and numbers are open to the reader. */
    public boolean isAdministered() {
        boolean own = me.getAccount().organisation().equals(getId());
        return me.can("organisation:mail-domains") && (own || me.holds(Role.ADMINISTRATOR.name()));
    }

    public OrganisationView getView() {
        if (view == null) {
            view = organisations.view(getId());
        }
        return view;
    }

    /** Whether the reader may record the key that seals links: of the own organisation, or of one that has no administrator yet. */
    public boolean isKeyReplaceable() {
        return me.getAccount().organisation().equals(getId()) || !getView().hasAdministrator();
    }

    /** The key that seals the organisation's content now, for whoever keeps the folder of keys. */
    public Optional<KeyFingerprint> getKey() {
        if (!me.can("organisation:rotate-key")) {
            return Optional.empty();
        }
        return organisations.keys(getId()).stream().reduce((earlier, later) -> later);
    }

    public boolean isAuthority() {
        return getRow().kind() == OrganisationKind.AUTHORITY;
    }

    public boolean isActive() {
        return getRow().state() == OrganisationState.ACTIVE;
    }

    /** The secretariat can't leave. */
    public boolean isClosable() {
        return isActive() && getRow().kind() != OrganisationKind.SECRETARIAT && me.can("organisation:edit");
    }
}
