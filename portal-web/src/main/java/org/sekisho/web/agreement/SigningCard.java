package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.SignatureRow;
import org.sekisho.domain.agreement.SignatureState;
import org.sekisho.domain.agreement.VersionView;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;

/** The signatures on the version that is signed, or on the one that governs. */
@Named
@RequestScoped
public class SigningCard {

    @Inject
    private AgreementPage page;

    @Inject
    private AgreementService agreements;

    @Inject
    private Me me;

    @Inject
    private Moments moments;

    private @Nullable VersionView version;

    /** A party and its signature, where it has one that stands or waits for confirmation. */
    public record Line(PartyRow party, @Nullable SignatureRow signature) {

        public boolean isSigned() {
            return signature != null;
        }
    }

    /** The version being signed, else the governing, else the newest. */
    public VersionView getVersion() {
        if (version == null) {
            version = agreements.version(page.getId(), page.getSignableNumber());
        }
        return version;
    }

    /** The parties in the order of the document. */
    public List<Line> getLines() {
        return getVersion().parties().stream()
                .map(party -> new Line(party, standing(party.organisation())))
                .toList();
    }

    /** Signatures that ended, which stay on the page. */
    public List<SignatureRow> getEnded() {
        return getVersion().signatures().stream()
                .filter(each -> !stands(each.state()))
                .toList();
    }

    /** Whether the version has been fixed, so that it can be signed. */
    public boolean isShown() {
        return getVersion().row().contentHash().isPresent();
    }

    /** Whether the person may sign: their organisation is party and hasn't signed yet. */
    public boolean isMineToSign() {
        return me.can("agreement:sign") && isOursMissing();
    }

    /** Whether the signature of the person's organisation is missing. */
    public boolean isOursMissing() {
        UUID own = me.getAccount().organisation();
        return page.isSignable()
                && getVersion().parties().stream()
                        .anyMatch(party -> party.organisation().equals(own))
                && standing(own) == null;
    }

    /** Whether the person may withdraw the signature of their organisation. */
    public boolean isWithdrawalOffered() {
        return me.can("agreement:sign")
                && (page.isSigning() || page.isGoverned())
                && standing(me.getAccount().organisation()) != null;
    }

    /** When it was signed: in the portal to the minute, outside the day. */
    public String when(SignatureRow signature) {
        return signature.method().isOutside()
                        || !Days.of(signature.recordedAt()).equals(signature.signedOn())
                ? moments.day(signature.signedOn())
                : moments.time(signature.recordedAt());
    }

    private @Nullable SignatureRow standing(UUID organisation) {
        return getVersion().signatures().stream()
                .filter(each -> each.organisation().equals(organisation) && stands(each.state()))
                .findFirst()
                .orElse(null);
    }

    private static boolean stands(SignatureState state) {
        return state == SignatureState.IN_EFFECT || state == SignatureState.UNCONFIRMED;
    }
}
