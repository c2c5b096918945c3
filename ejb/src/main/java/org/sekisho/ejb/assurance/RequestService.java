package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.access.Reason;
import org.sekisho.domain.assurance.engagement.AuditRequest;
import org.sekisho.domain.assurance.engagement.AuditRequests;
import org.sekisho.domain.assurance.engagement.AuditedAgreements;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.assurance.engagement.RequestDirectory;
import org.sekisho.domain.assurance.engagement.RequestFilter;
import org.sekisho.domain.assurance.engagement.RequestRow;
import org.sekisho.domain.assurance.engagement.RequestView;
import org.sekisho.domain.assurance.evidence.EvidenceItems;
import org.sekisho.domain.party.organisation.OrganisationDirectory;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** The request lists of engagements: raised and judged by auditors, answered by the organisations that were asked. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class RequestService {

    @Inject
    private CurrentAct act;

    @Inject
    private Engagements engagements;

    @Inject
    private AuditRequests requests;

    @Inject
    private RequestDirectory directory;

    @Inject
    private EvidenceItems items;

    @Inject
    private OrganisationDirectory organisations;

    @Inject
    private AuditedAgreements agreements;

    @Inject
    private AnswerGate gate;

    /** Requests that the actor may see. */
    @Permission(value = "audit:read", recorded = Recorded.REFUSALS)
    public Page<RequestRow> list(RequestFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /** One request, with what answers it. */
    @Permission(value = "audit:read", recorded = Recorded.REFUSALS)
    public RequestView one(@About(AuditRequest.KIND) UUID request) {
        RequestRow row = directory.find(request).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        return RequestView.of(row, requests.require(request), engagements.require(row.engagement()));
    }

    /** Asks for evidence; the request's id. */
    @Permission("audit:request")
    public UUID raise(RaiseRequest command) {
        Engagement engagement = engagements.require(command.engagement());
        AuditRequest request = new AuditRequest(
                act.actor(),
                engagement,
                requests.nextNumber(engagement.id()),
                command.asked(),
                parties(engagement),
                act.now());
        requests.add(request);
        act.happened(request.raised());
        return request.id();
    }

    /** Whom a request of an engagement may ask: the audited organisation, and the parties to its agreement. */
    @Permission(value = "audit:request", recorded = Recorded.REFUSALS)
    public List<OrganisationRow> askable(@About(Engagement.KIND) UUID engagement) {
        Engagement found = engagements.require(engagement);
        Set<UUID> concerned = new HashSet<>(parties(found));
        concerned.add(found.terms().responsibleParty());
        return organisations.choices().stream()
                .filter(each -> concerned.contains(each.id()))
                .toList();
    }

    private Set<UUID> parties(Engagement engagement) {
        return engagement.agreement().map(agreements::parties).orElse(Set.of());
    }

    /** What the agreement has against the actor's answering in an engagement; empty where nothing does. It decides nothing. */
    @Permission(value = "evidence:upload", recorded = Recorded.REFUSALS)
    public List<Reason> obstacles(@About(Engagement.KIND) UUID engagement) {
        return gate.obstacles(engagements.require(engagement));
    }

    /** Answers with evidence of the engagement or of its agreement. */
    @Permission("evidence:upload")
    public void answer(@About(AuditRequest.KIND) UUID request, Set<UUID> evidence) {
        AuditRequest asked = requests.require(request);
        Engagement engagement = engagements.require(asked.engagement());
        gate.require(engagement);
        if (!items.usable(engagement, evidence).equals(evidence)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        act.happened(asked.answer(act.actor(), engagement, evidence, act.now()));
    }

    /** Accepts the answer. */
    @Permission("audit:request")
    public void accept(@About(AuditRequest.KIND) UUID request) {
        AuditRequest asked = requests.require(request);
        act.happened(asked.accept(act.actor(), engagements.require(asked.engagement()), act.now()));
    }

    /** Returns the answer with a reason. */
    @Permission("audit:request")
    public void giveBack(@About(AuditRequest.KIND) UUID request, String reason) {
        AuditRequest asked = requests.require(request);
        act.happened(asked.giveBack(act.actor(), engagements.require(asked.engagement()), reason, act.now()));
    }

    /** Takes the request back with a reason. */
    @Permission("audit:request")
    public void withdraw(@About(AuditRequest.KIND) UUID request, String reason) {
        AuditRequest asked = requests.require(request);
        act.happened(asked.withdraw(act.actor(), engagements.require(asked.engagement()), reason, act.now()));
    }
}
