package org.sekisho.web.access;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.environment.AttestationFilter;
import org.sekisho.domain.agreement.environment.AttestationRow;
import org.sekisho.domain.agreement.environment.AttestationState;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.access.EnvironmentService;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.shared.Notices;

/**
 * The first of the attestations of an agreement that wait for a decision. The rows stay those that were shown while the page is open:
 * a button is about the environment beside it, whatever was decided since.
 */
@Named
@ViewScoped
public class WaitingAttestations implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AgreementPage agreement;

    @Inject
    private transient AttestationsCard card;

    @Inject
    private transient EnvironmentService environments;

    @Inject
    private transient Notices notices;

    private transient @Nullable Page<AttestationRow> page;

    public Page<AttestationRow> getPage() {
        if (page == null) {
            AttestationFilter waiting = new AttestationFilter(
                    Optional.of(agreement.getId()),
                    Optional.empty(),
                    Set.of(AttestationState.PROPOSED),
                    Optional.empty());
            page = environments.attestations(waiting, PageRequest.first());
        }
        return page;
    }

    public void approve(UUID attestation) {
        environments.approve(attestation);
        notices.done("environments.approved", Map.of());
        notices.leadTo(card.getList().getHere());
    }
}
