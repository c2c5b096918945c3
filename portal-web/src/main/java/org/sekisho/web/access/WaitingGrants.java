package org.sekisho.web.access;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.grant.GrantFilter;
import org.sekisho.domain.agreement.grant.GrantRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.access.GrantService;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.shared.Notices;

/**
 * The first of the grants of an agreement that wait for a second person or for the coordinator. The rows stay those that were shown
 * while the page is open: a button is about the person beside it, whoever was approved since.
 */
@Named
@ViewScoped
public class WaitingGrants implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AgreementPage agreement;

    @Inject
    private transient PeopleTab tab;

    @Inject
    private transient GrantService grants;

    @Inject
    private transient Notices notices;

    private transient @Nullable Page<GrantRow> page;

    public Page<GrantRow> getPage() {
        if (page == null) {
            GrantFilter waiting = new GrantFilter(
                    Optional.of(agreement.getId()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    PeopleTab.WAITING,
                    Optional.empty(),
                    Optional.empty());
            page = grants.grants(waiting, PageRequest.first());
        }
        return page;
    }

    public void approve(UUID grant) {
        grants.approve(grant);
        back("grants.approved");
    }

    public void check(UUID grant) {
        grants.check(grant);
        back("grants.checked");
    }

    private void back(String key) {
        notices.done(key, Map.of());
        notices.leadTo(tab.getList().getHere());
    }
}
