package org.sekisho.ejb.assurance;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Gives a certificate for the packs of an audit.
 *
 * @param file PEM or DER
 * @param confirmed the fingerprint that was shown and confirmed, lower-case hexadecimal; empty where nobody was shown one
 */
public record GiveCertificate(UUID engagement, byte[] file, Optional<String> confirmed) implements Command {

    @Override
    public Subject subject() {
        return new Subject(Engagement.KIND, engagement);
    }
}
