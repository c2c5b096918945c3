package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.signin.Credential;
import org.sekisho.domain.party.signin.SecondFactorSecrets;
import org.sekisho.domain.party.signin.Totp;
import org.sekisho.domain.vault.Vault;

/** The secrets of second factors, which only the vault can read. */
@ApplicationScoped
class SecondFactors {

    private static final String TABLE = "second_factor_secret";

    @Inject
    private SecondFactorSecrets secrets;

    @Inject
    private Vault vault;

    /** The step for which the code is right, and newer than the last that was used. */
    OptionalLong match(Person person, Credential credential, String code, Instant now) {
        return match(person, credential.secondFactorLastStep(), code, now);
    }

    /** The same for a secret that counts for nothing yet: no code of it was ever used. */
    OptionalLong matchFirst(Person person, String code, Instant now) {
        return match(person, Totp.NEVER, code, now);
    }

    private OptionalLong match(Person person, long lastUsed, String code, Instant now) {
        return secrets.find(person.id())
                .map(kept -> vault.open(place(person.id(), person.home()), kept))
                .map(secret -> Totp.match(secret, code, now, lastUsed))
                .orElse(OptionalLong.empty());
    }

    void keep(Person person, byte[] secret) {
        secrets.keep(person.id(), vault.seal(place(person.id(), person.home()), secret));
    }

    void erase(Person person) {
        secrets.erase(person.id());
    }

    private static Vault.Place place(UUID person, UUID organisation) {
        return new Vault.Place(TABLE, person, organisation);
    }
}
