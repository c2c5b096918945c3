package org.sekisho.ejb.agreement;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.Agreement;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.organisation.OrganisationDirectory;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** Whether an agreement that governs is in force: suspending, resuming, ending. Each is a person's act with a reason. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class StandingService {

    private static final String AGREEMENT = "agreement";

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private OrganisationDirectory organisations;

    /** Suspends: the coordinator, or whoever speaks for a party. */
    @Permission("agreement:suspend")
    public void suspend(@About(AGREEMENT) UUID agreement, String reason) {
        act.happened(agreements.requireLocked(agreement).standing().suspend(act.actor(), reason, act.now()));
    }

    /**
     * Agrees to resume. The first call of two records it; the second, by another person of the other side, resumes.
     *
     * @return the state after it: still suspended after the first
     */
    @Permission("agreement:resume")
    public AgreementState resume(@About(AGREEMENT) UUID agreement) {
        Agreement found = agreements.requireLocked(agreement);
        act.happened(found.standing().resume(act.actor(), rivals(found), act.now()));
        return found.state();
    }

    /** Ends the agreement for good: the coordinator, or a signatory of a party. */
    @Permission("agreement:terminate")
    public void terminate(@About(AGREEMENT) UUID agreement, String reason) {
        act.happened(agreements.requireLocked(agreement).standing().terminate(act.actor(), reason, act.now()));
    }

    /** Every institution but the one that receives access: who competes isn't asked, so that nobody is left out. */
    private Set<UUID> rivals(Agreement agreement) {
        UUID receiver = agreement.parties().in(PartyRole.INSTITUTION_RECEIVING).organisation();
        return organisations.choices().stream()
                .filter(each -> each.kind() == OrganisationKind.INSTITUTION)
                .map(OrganisationRow::id)
                .filter(each -> !each.equals(receiver))
                .collect(Collectors.toUnmodifiableSet());
    }
}
