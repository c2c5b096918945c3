package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sekisho.domain.vault.SigningKeys;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;
import org.sekisho.proof.pack.PackKey;

/** Publishes the key that packs are signed with, to everybody: whoever holds a pack needs no account to check it. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class PackKeyService {

    @Inject
    private SigningKeys keys;

    /** The public key of packs. */
    @Permission(value = "pack:key", beforeSignIn = true, recorded = Recorded.REFUSALS)
    public PublishedKey key() {
        PackKey key = keys.pack().key();
        return new PublishedKey(key.fingerprint(), key.pem());
    }
}
