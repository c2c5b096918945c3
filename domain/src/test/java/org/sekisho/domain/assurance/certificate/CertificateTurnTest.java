package org.sekisho.domain.assurance.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.assurance.Audit.AUDITOR;
import static org.sekisho.domain.assurance.Audit.BANKER;
import static org.sekisho.domain.assurance.Audit.COLLEAGUE;
import static org.sekisho.domain.assurance.Audit.COORDINATOR;
import static org.sekisho.domain.assurance.Audit.FIRM;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.SharedError;

class CertificateTurnTest {

    private final Engagement engagement = Audit.in(EngagementState.FIELDWORK);
    private final PackCertificate first = TestCertificates.read("p256");
    private final PackCertificate second = TestCertificates.read("rsa-3072");

    @Test
    void aCertificateIsGivenReplacedAndWithdrawnAndEachIsToldInTheTrail() {
        CertificateTurn given = give(AUDITOR, first, Optional.empty());
        assertEquals(1, given.number());
        assertEquals(FIRM, given.organisation());
        assertEquals(Optional.of(first), given.certificate());
        assertEquals(Optional.of(first), given.forPack(NOVEMBER));
        assertEquals("engagement.certificate-given", given.event().name());
        assertEquals(first.sha256(), given.event().details().get("certificateSha256"));

        CertificateTurn replaced = give(AUDITOR, second, Optional.of(given));
        assertEquals(2, replaced.number());
        assertEquals(Optional.of(second.sha256()), replaced.sha256());

        CertificateTurn withdrawn = CertificateTurn.withdraw(AUDITOR, engagement, Optional.of(replaced), NOVEMBER);
        assertEquals(3, withdrawn.number());
        assertEquals(Optional.empty(), withdrawn.certificate());
        assertEquals(Optional.empty(), withdrawn.forPack(NOVEMBER));
        assertEquals("engagement.certificate-withdrawn", withdrawn.event().name());
        assertEquals(4, give(AUDITOR, second, Optional.of(withdrawn)).number());
    }

    @Test
    void onlyAnIndependentAuditorOfTheTeamDecidesOnIt() {
        for (Actor other : new Actor[] {COLLEAGUE, COORDINATOR, BANKER}) {
            Refused.with(SharedError.NOT_FOUND, () -> give(other, first, Optional.empty()));
        }
        Engagement closed = Audit.in(EngagementState.CLOSED);
        Refused.with(
                AssuranceError.AUDITOR_MAY_NOT,
                () -> CertificateTurn.give(AUDITOR, closed, first, Optional.empty(), NOVEMBER));
        CertificateTurn given = give(AUDITOR, first, Optional.empty());
        Refused.with(
                SharedError.NOT_FOUND,
                () -> CertificateTurn.withdraw(BANKER, engagement, Optional.of(given), NOVEMBER));
    }

    @Test
    void whatIsInUseIsNotGivenAgainAndWhatIsntIsNotWithdrawn() {
        CertificateTurn given = give(AUDITOR, first, Optional.empty());
        Refused.with(AssuranceError.CERTIFICATE_ALREADY, () -> give(AUDITOR, first, Optional.of(given)));
        Refused.with(
                AssuranceError.CERTIFICATE_NONE,
                () -> CertificateTurn.withdraw(AUDITOR, engagement, Optional.empty(), NOVEMBER));
        CertificateTurn withdrawn = CertificateTurn.withdraw(AUDITOR, engagement, Optional.of(given), NOVEMBER);
        Refused.with(
                AssuranceError.CERTIFICATE_NONE,
                () -> CertificateTurn.withdraw(AUDITOR, engagement, Optional.of(withdrawn), NOVEMBER));
    }

    @Test
    void nothingIsEncryptedForACertificateWhoseTimeIsOverAndNothingGoesOutInTheClear() {
        CertificateTurn given = give(AUDITOR, first, Optional.empty());
        Refused.with(
                AssuranceError.CERTIFICATE_OVER,
                () -> given.forPack(first.validUntil().plusSeconds(1)));
    }

    private CertificateTurn give(Actor actor, PackCertificate certificate, Optional<CertificateTurn> before) {
        return CertificateTurn.give(actor, engagement, certificate, before, NOVEMBER);
    }
}
