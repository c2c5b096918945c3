package org.sekisho.domain.party.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.assertRefused;
import static org.sekisho.domain.party.PartyExamples.bank;
import static org.sekisho.domain.party.PartyExamples.organisation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.SharedError;

class LinkKeyTest {

    private static final String LINK = "https://sekisho.example/one-time-link?token=" + "t".repeat(43);

    private final Organisation aoba = bank("aoba");
    private final Actor installation =
            actorOf(organisation("sekisho", OrganisationKind.SECRETARIAT), Role.ADMINISTRATOR);
    private final Actor own = actorOf(aoba, Role.ORGANISATION_ADMINISTRATOR);

    @Test
    void onlyTheOtherHalfOpensWhatIsSealed() throws GeneralSecurityException {
        KeyPair pair = pair(3_072);
        String sealed = LinkKey.ofPem(pem(pair)).seal(LINK);
        assertEquals(LINK, open(sealed, pair));
        assertNotEquals(sealed, LinkKey.ofPem(pem(pair)).seal(LINK), "The same link sealed twice tells nothing");
    }

    @Test
    void aShortKeyIsRefused() throws GeneralSecurityException {
        String shortOne = pem(pair(2_048));
        assertRefused(PartyError.LINK_KEY_MALFORMED, () -> LinkKey.ofPem(shortOne));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no key",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n====\n-----END PUBLIC KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
            })
    void whatIsNoKeyIsRefused(String text) {
        assertRefused(PartyError.LINK_KEY_MALFORMED, () -> LinkKey.ofPem(text));
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws GeneralSecurityException {
        String other = pem(KeyPairGenerator.getInstance("EC").generateKeyPair());
        assertRefused(PartyError.LINK_KEY_MALFORMED, () -> LinkKey.ofPem(other));
    }

    @Test
    void onceThereWasAnAdministratorOnlyTheOwnOnesReplaceTheKey() throws GeneralSecurityException {
        String first = pem(pair(3_072));
        String next = pem(pair(3_072));
        aoba.useLinkKey(first, installation, false);
        assertEquals(Optional.of(LinkKey.ofPem(first)), aoba.linkKey());
        assertRefused(PartyError.LINK_KEY_BY_OWN, () -> aoba.useLinkKey(next, installation, true));
        assertEquals(Optional.of(LinkKey.ofPem(first)), aoba.linkKey());
        aoba.useLinkKey(next, own, true);
        assertEquals(Optional.of(LinkKey.ofPem(next)), aoba.linkKey());
        Actor rival = actorOf(bank("hinode"), Role.ORGANISATION_ADMINISTRATOR);
        assertRefused(SharedError.NOT_FOUND, () -> aoba.useLinkKey(first, rival, false));
        assertRefused(SharedError.NOT_FOUND, () -> aoba.useLinkKey("no key", rival, false));
    }

    private static KeyPair pair(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(pair.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n";
    }

    private static String open(String sealed, KeyPair pair) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                pair.getPrivate(),
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        return new String(cipher.doFinal(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
    }
}
