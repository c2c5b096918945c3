package org.sekisho.ejb.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.agreement.access.AgreementFacts;
import org.sekisho.domain.agreement.clause.EnvironmentsClause;
import org.sekisho.domain.agreement.environment.Attestation;
import org.sekisho.domain.agreement.environment.AttestationFilter;
import org.sekisho.domain.agreement.environment.AttestationRow;
import org.sekisho.domain.agreement.environment.EnvironmentAttestation;
import org.sekisho.domain.agreement.environment.EnvironmentAttestations;
import org.sekisho.domain.agreement.environment.EnvironmentDirectory;
import org.sekisho.domain.agreement.environment.EnvironmentError;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Attestations that make an environment of an agreement an approved one, for a time. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class EnvironmentService {

    @Inject
    private CurrentAct act;

    @Inject
    private GoverningTerms terms;

    @Inject
    private EnvironmentAttestations attestations;

    @Inject
    private EnvironmentDirectory directory;

    @Inject
    private Organisations organisations;

    /**
     * Proposes an attestation.
     *
     * @return its id
     * @throws Refusal with an {@link EnvironmentError}, or {@link SharedError#NOT_FOUND}
     */
    @Permission("environment:propose")
    public UUID propose(ProposeAttestation command) {
        AgreementFacts agreement = terms.require(command.agreement());
        EnvironmentsClause clause = GoverningTerms.clause(agreement, EnvironmentsClause.class)
                .orElseThrow(() -> Refusal.of(EnvironmentError.NOT_IN_CLAUSE, "environment", command.environment()));
        Organisation attests = organisations.require(command.attestedBy());
        EnvironmentAttestation attestation = new EnvironmentAttestation(
                act.actor(),
                command.agreement(),
                GoverningTerms.parties(agreement),
                clause,
                command.environment(),
                new Attestation(
                        attests.id(),
                        attests.kind(),
                        command.documentReference(),
                        command.documentHash(),
                        command.firstDay(),
                        command.validUntil()),
                act.now());
        attestations.add(attestation);
        act.happened(attestation.proposed());
        return attestation.id();
    }

    /** The coordinator or an authority approves. */
    @Permission("environment:approve")
    public void approve(@About("attestation") UUID id) {
        act.happened(attestations.require(id).approve(act.actor(), act.now()));
    }

    /** The coordinator or an authority refuses it, with a reason. */
    @Permission("environment:approve")
    public void decline(@About("attestation") UUID id, String reason) {
        act.happened(attestations.require(id).decline(act.actor(), reason, act.now()));
    }

    /** Somebody of the organisation that proposed or attested it takes it back, with a reason. */
    @Permission("environment:propose")
    public void withdraw(@About("attestation") UUID id, String reason) {
        act.happened(attestations.require(id).withdraw(act.actor(), reason, act.now()));
    }

    /** The coordinator or an authority takes it back, with a reason. */
    @Permission("environment:approve")
    public void annul(@About("attestation") UUID id, String reason) {
        act.happened(attestations.require(id).withdraw(act.actor(), reason, act.now()));
    }

    /** Attestations that the actor may see. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public Page<AttestationRow> attestations(AttestationFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /** One attestation. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public AttestationRow attestation(@About("attestation") UUID id) {
        return directory.find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }
}
