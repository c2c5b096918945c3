package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sekisho.domain.party.DemoClock;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.signin.LinkPurpose;
import org.sekisho.domain.party.signin.OneTimeLink;
import org.sekisho.domain.party.signin.OneTimeLinks;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.KeyFingerprints;
import org.sekisho.domain.vault.KeyStore;
import org.sekisho.domain.vault.OrganisationKeys;
import org.sekisho.domain.vault.VaultError;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** What the installer does at every start, and at the first. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class InstallationService {

    @Inject
    private CurrentAct act;

    @Inject
    private People people;

    @Inject
    private OneTimeLinks links;

    @Inject
    private DemoClock demoClock;

    @Inject
    private KeyStore keys;

    @Inject
    private KeyFingerprints fingerprints;

    /**
     * Asks that this node has the keys the database was written with.
     *
     * @throws Refusal with {@link VaultError#KEYS_DIFFER} naming each that is missing or another
     */
    @Permission(value = "installation:start", recorded = Recorded.REFUSALS)
    public void checkKeys() {
        OrganisationKeys checked = new OrganisationKeys(keys, fingerprints);
        checked.requireSame();
        checked.carryOutDestructions();
    }

    /** Whether the database holds the demo, or a part of it. */
    @Permission(value = "installation:start", recorded = Recorded.REFUSALS)
    public boolean holdsDemo() {
        return demoClock.offset().isPresent();
    }

    /** Whether nobody has an account yet. */
    @Permission(value = "installation:start", recorded = Recorded.REFUSALS)
    public boolean isEmpty() {
        return people.isEmpty();
    }

    /**
     * Makes the link with which the first administrator is set up, in place of one before.
     *
     * @return its token; empty when somebody has an account by now
     */
    @Permission("installation:start")
    public Optional<String> makeFirstLink() {
        if (!people.isEmpty()) {
            return Optional.empty();
        }
        links.openFor(LinkPurpose.FIRST_ADMINISTRATOR).forEach(link -> link.replace(act.now()));
        String token = Tokens.fresh();
        OneTimeLink link = OneTimeLink.toFirstAdministrator(token, act.actor(), act.now());
        links.add(link);
        act.happened(link.created());
        return Optional.of(token);
    }
}
