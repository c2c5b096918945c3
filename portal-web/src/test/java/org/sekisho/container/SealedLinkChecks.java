package org.sekisho.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.Sessions;
import org.sekisho.domain.party.MailDomain;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.ejb.party.CreatePerson;
import org.sekisho.ejb.party.IssuedLink;
import org.sekisho.ejb.party.LinkService;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.party.PeopleService;
import org.sekisho.ejb.party.PersonCreated;
import org.sekisho.ejb.party.RegisterOrganisation;
import org.sekisho.ejb.shared.Caller;

/** An organisation that has nobody yet, without a mail server. */
final class SealedLinkChecks {

    private static final String EMAIL = "admin@sumida.example";

    private final Player administrator = Regime.get().player(Role.ADMINISTRATOR);
    private final UUID organisation = administrator.as(() -> Sessions.use(OrganisationService.class)
            .register(new RegisterOrganisation(
                    "sumida",
                    Name.of("Sumida Bank", "隅田銀行"),
                    OrganisationKind.INSTITUTION,
                    Set.of(MailDomain.of("sumida.example")))));
    private final KeyPair pair;

    SealedLinkChecks() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3_072);
        pair = generator.generateKeyPair();
    }

    /** Invites the first administrator there. */
    PersonCreated invite() {
        return administrator.as(() -> Sessions.use(PeopleService.class)
                .create(new CreatePerson(
                        EMAIL,
                        Name.of("First", "最初"),
                        ReadingLanguage.JA,
                        organisation,
                        List.of(Role.ORGANISATION_ADMINISTRATOR),
                        "The first one")));
    }

    /** Makes a link anew. */
    IssuedLink link(UUID person) {
        return administrator.as(() -> Sessions.use(PeopleService.class).reset(person));
    }

    /** Records the public half, as this person does. */
    void recordKey(Player by) {
        String encoded = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
        String pem = "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n";
        by.run(() -> Sessions.use(OrganisationService.class).useLinkKey(organisation, pem));
    }

    /** What the page answers to whoever enters something else than a key. */
    String enterNoKey() throws IOException, InterruptedException {
        return SentForm.open(administrator, "/organisation-edit?id=" + organisation + "&act=link-key", "edit")
                .field("linkKey", "-----BEGIN PUBLIC KEY-----")
                .field("saveLinkKey", "")
                .send()
                .body();
    }

    /** What the holder of the other half reads. */
    String open(IssuedLink link) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                pair.getPrivate(),
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        byte[] sealed = Base64.getDecoder().decode(link.shown().orElseThrow());
        return new String(cipher.doFinal(sealed), StandardCharsets.UTF_8);
    }

    /** For whom the link is. */
    String email(String url) {
        String token = url.substring(url.indexOf("token=") + "token=".length());
        return Player.with(
                Caller.request(Optional.empty(), "127.0.0.1"),
                () -> Sessions.use(LinkService.class).look(token).email().orElse(""));
    }
}
