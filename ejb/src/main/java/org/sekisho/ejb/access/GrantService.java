package org.sekisho.ejb.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.grant.AccessGrant;
import org.sekisho.domain.agreement.grant.AccessGrants;
import org.sekisho.domain.agreement.grant.GrantBasis;
import org.sekisho.domain.agreement.grant.GrantDirectory;
import org.sekisho.domain.agreement.grant.GrantError;
import org.sekisho.domain.agreement.grant.GrantFilter;
import org.sekisho.domain.agreement.grant.GrantRow;
import org.sekisho.domain.agreement.grant.GrantView;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Grants: asked for, approved and checked by three people, none of whom is the one who gets it. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class GrantService {

    /** How many grants one run of the job finds. */
    private static final int BATCH = 500;

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private AccessGrants grants;

    @Inject
    private GrantDirectory directory;

    @Inject
    private GrantBases bases;

    @Inject
    private People people;

    /**
     * Asks for a grant to somebody of the actor's own organisation.
     *
     * @return the id of the request
     * @throws Refusal with a {@link GrantError}, or {@link SharedError#NOT_FOUND}
     */
    @Permission("grant:request")
    public UUID request(RequestGrant command) {
        agreements.require(command.agreement());
        UUID person = requirePerson(command.person());
        UUID organisation = act.actor().organisation().orElseThrow();
        GrantBasis basis = bases.of(command.agreement(), organisation, person);
        AccessGrant grant = new AccessGrant(
                act.actor(),
                command.agreement(),
                organisation,
                person,
                command.role(),
                command.reason(),
                command.firstDay(),
                command.lastDay(),
                basis,
                act.now());
        grants.add(grant);
        act.happened(grant.requested());
        return grant.id();
    }

    /** A second person of the organisation approves. */
    @Permission("grant:approve")
    public void approve(@About("grant") UUID id) {
        AccessGrant grant = grants.require(id);
        act.happened(grant.approve(act.actor(), basis(grant), act.now()));
    }

    /** The coordinator checks, which makes the grant active. */
    @Permission("grant:check")
    public void check(@About("grant") UUID id) {
        AccessGrant grant = grants.require(id);
        // Of two grants for the last place of a team, the second is measured when the first is counted.
        grants.lockTeam(grant.agreement());
        act.happened(grant.check(act.actor(), basis(grant), act.now()));
    }

    /** Refuses what was asked for, with a reason. */
    @Permission("grant:revoke")
    public void decline(@About("grant") UUID id, String reason) {
        act.happened(grants.require(id).decline(act.actor(), reason, act.now()));
    }

    /** Takes a grant back at once, with a reason. */
    @Permission("grant:revoke")
    public void revoke(@About("grant") UUID id, String reason) {
        act.happened(grants.require(id).revoke(act.actor(), reason, act.now()));
    }

    /** Grants that the actor may see. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public Page<GrantRow> grants(GrantFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /** The grants under one agreement that the actor may see; {@link SharedError#NOT_FOUND} where the agreement isn't seen. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public Page<GrantRow> grantsUnder(@About("agreement") UUID agreement, PageRequest page) {
        agreements.require(agreement);
        return directory.list(GrantFilter.under(agreement), page);
    }

    /** One grant with its history. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public GrantView grant(@About("grant") UUID id) {
        return directory.find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Grants whose last day has passed and that aren't ended yet. */
    @Permission(value = "agreement:run-terms", recorded = Recorded.REFUSALS)
    public List<UUID> grantsOver() {
        return grants.over(Days.of(act.now()), BATCH).stream()
                .map(AccessGrant::id)
                .toList();
    }

    /** Ends a grant whose last day has passed; it gives nothing since that day in any case. */
    @Permission("agreement:run-terms")
    public void endGrant(@About("grant") UUID id) {
        act.happened(grants.require(id).end(act.actor(), act.now()));
    }

    private GrantBasis basis(AccessGrant grant) {
        return bases.of(grant.agreement(), grant.organisation(), grant.person());
    }

    /** Somebody whom the actor may see, which leaves their own people. */
    private UUID requirePerson(String named) {
        try {
            return people.require(UUID.fromString(named)).id();
        } catch (IllegalArgumentException noId) {
            return people.findByEmail(EmailAddress.of(named))
                    .map(Person::id)
                    .orElseThrow(() -> Refusal.of(SharedError.NOT_FOUND, "field", "person"));
        }
    }
}
