package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.MailDomain;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.organisation.Designation;
import org.sekisho.domain.party.organisation.DesignationStanding;
import org.sekisho.domain.party.organisation.Designations;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.OrganisationDirectory;
import org.sekisho.domain.party.organisation.OrganisationDirectory.DesignationRow;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationFilter;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationListRow;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationView;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.role.RoleAssignments;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.KeyFingerprint;
import org.sekisho.domain.vault.KeyFingerprints;
import org.sekisho.domain.vault.KeyStore;
import org.sekisho.domain.vault.OrganisationKeys;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Organisations, their mail domains, and the designations of authority units. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class OrganisationService {

    private static final String ORGANISATION = "organisation";

    @Inject
    private CurrentAct act;

    @Inject
    private Organisations organisations;

    @Inject
    private Designations designations;

    @Inject
    private OrganisationDirectory directory;

    @Inject
    private RoleAssignments roles;

    @Inject
    private KeyStore keys;

    @Inject
    private KeyFingerprints fingerprints;

    /** Organisations by short name, for everyone signed in. */
    @Permission(value = "organisation:list", recorded = Recorded.REFUSALS)
    public Page<OrganisationRow> list(OrganisationFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /** The same with mail domains, number of people and designation, for the installation's administrators. */
    @Permission(value = "organisation:edit", recorded = Recorded.REFUSALS)
    public Page<OrganisationListRow> administer(OrganisationFilter filter, PageRequest page) {
        return directory.administer(filter, page, act.now());
    }

    /** Every active organisation, for choosing one. */
    @Permission(value = "organisation:list", recorded = Recorded.UNDONE)
    public List<OrganisationRow> choices() {
        return directory.choices();
    }

    /**
     * One organisation as everyone sees it.
     *
     * @param name id or short name
     * @throws Refusal with {@link SharedError#NOT_FOUND}
     */
    @Permission(value = "organisation:list", recorded = Recorded.REFUSALS)
    public OrganisationRow find(String name) {
        return directory
                .rowByShortName(name)
                .or(() -> Identifiers.id(name).flatMap(directory::row))
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Everything about one organisation, for its own and the installation's administrators. */
    @Permission(value = "organisation:mail-domains", recorded = Recorded.REFUSALS)
    public OrganisationView view(@About(ORGANISATION) UUID organisation) {
        boolean reaches = act.actor().administersInstallation() || act.actor().administers(organisation);
        Checks.check(reaches, SharedError.NOT_FOUND);
        return directory.view(organisation).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** By which documents a unit of an authority is and was designated; everyone signed in may see it. */
    @Permission(value = "organisation:list", recorded = Recorded.REFUSALS)
    public Page<DesignationRow> designations(
            @About(ORGANISATION) UUID organisation, Optional<DesignationStanding> standing, PageRequest page) {
        return directory.designations(organisation, standing, page, Days.of(act.now()));
    }

    /**
     * Registers an organisation and makes its key in the vault.
     *
     * @return its id
     * @throws Refusal with a code of {@code PartyError}
     */
    @Permission("organisation:edit")
    public UUID register(RegisterOrganisation command) {
        Organisation organisation = new Organisation(command.shortName(), command.name(), command.kind(), act.now());
        organisations.add(organisation);
        act.happened(organisation.registered());
        if (!command.mailDomains().isEmpty()) {
            setMailDomains(organisation, command.mailDomains());
        }
        new OrganisationKeys(keys, fingerprints).create(organisation.id());
        return organisation.id();
    }

    /** Under which keys an organisation's content was sealed, the version that seals now last. */
    @Permission(value = "organisation:rotate-key", recorded = Recorded.REFUSALS)
    public List<KeyFingerprint> keys(@About(ORGANISATION) UUID organisation) {
        organisations.require(organisation);
        return fingerprints.of(organisation);
    }

    /**
     * Makes a new version of an organisation's key, under which content is sealed from now on. What was sealed before stays under the
     * earlier ones.
     *
     * @throws Refusal with a code of {@code VaultError}
     */
    @Permission("organisation:rotate-key")
    public void rotateKey(@About(ORGANISATION) UUID organisation) {
        organisations.require(organisation);
        act.happened(new OrganisationKeys(keys, fingerprints).rotate(organisation));
    }

    /** Changes what an organisation is called, in both languages. */
    @Permission("organisation:edit")
    public void rename(@About(ORGANISATION) UUID organisation, Name name) {
        act.happened(organisations.require(organisation).rename(name));
    }

    /** Says in which domains an organisation's people have their addresses, in place of those before. */
    @Permission("organisation:mail-domains")
    public void useMailDomains(@About(ORGANISATION) UUID organisation, Set<MailDomain> domains) {
        setMailDomains(organisations.require(organisation), domains);
    }

    /**
     * Records the public key to which one-time links are sealed where there is no mail and nobody of the organisation to hand them over.
     *
     * @param linkKey in PEM
     */
    @Permission("organisation:mail-domains")
    public void useLinkKey(@About(ORGANISATION) UUID organisation, String linkKey) {
        act.happened(organisations
                .require(organisation)
                .useLinkKey(linkKey, act.actor(), roles.hadAdministrator(organisation)));
    }

    /** An organisation leaves: nobody acts for it from the next request on. */
    @Permission("organisation:edit")
    public void close(@About(ORGANISATION) UUID organisation, String reason) {
        act.happened(organisations.require(organisation).close(act.actor(), reason));
    }

    /** An organisation is back. */
    @Permission("organisation:edit")
    public void reopen(@About(ORGANISATION) UUID organisation, String reason) {
        act.happened(organisations.require(organisation).reopen(act.actor(), reason));
    }

    /** Records a designation; its id. */
    @Permission("organisation:designate")
    public UUID designate(Designate command) {
        Designation designation = new Designation(
                organisations.require(command.organisation()),
                command.document(),
                command.firstDay(),
                command.lastDay(),
                act.actor(),
                act.now());
        designations.add(designation);
        act.happened(designation.recorded());
        return designation.id();
    }

    /** Ends a designation before its time; today is the last day on which it holds. */
    @Permission("organisation:designate")
    public void endDesignation(@About("designation") UUID designation, String reason) {
        act.happened(designations.require(designation).end(reason, act.now()));
    }

    private void setMailDomains(Organisation organisation, Set<MailDomain> domains) {
        UUID id = organisation.id();
        act.happened(organisation.useMailDomains(
                domains,
                act.actor(),
                roles.hadAdministrator(id),
                domain -> organisations
                        .ownerOf(domain)
                        .filter(owner -> !owner.equals(id))
                        .isPresent(),
                domain -> organisations.usesMailDomain(id, domain)));
    }
}
