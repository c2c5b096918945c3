package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.ApprovalState;
import org.sekisho.domain.agreement.AuthorityRow;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.ProposalState;
import org.sekisho.domain.agreement.SignatureState;
import org.sekisho.domain.agreement.VersionState;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.agreement.comparison.Change;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Say;

/** What pages of agreements say in the reader's language, and in which tone a state is shown. */
@Named("agreementWords")
@RequestScoped
public class AgreementWords {

    private static final String GOOD = "chip-good";
    private static final String BAD = "chip-bad";
    private static final String SOON = "chip-soon";
    private static final String INFO = "chip-info";
    private static final String OVER = "";
    private static final int HASH_ENDS = 8;

    @Inject
    private Me me;

    @Inject
    private Moments moments;

    @Inject
    private Say say;

    public Language getLanguage() {
        return Language.of(me.getLocale());
    }

    /** Words of an agreement in the reader's language. */
    public String in(Words words) {
        return words.in(getLanguage());
    }

    /** "6 Export". */
    public String clause(ClauseKind kind) {
        return say.text("clause.numbered", Map.of("number", kind.number(), "name", say.of("clause", kind)));
    }

    /** "clause 6". */
    public String reference(ClauseKind kind) {
        return say.text("clause.reference", Map.of("number", kind.number()));
    }

    /** The name of a party; empty for an organisation that is none. */
    public String party(Collection<PartyRow> parties, UUID organisation) {
        return parties.stream()
                .filter(party -> party.organisation().equals(organisation))
                .map(party -> in(party.name()))
                .findFirst()
                .orElse("");
    }

    /** The names of all parties, with the commas of the language. */
    public String parties(Collection<PartyRow> parties) {
        return parties.stream().map(party -> in(party.name())).collect(Collectors.joining(say.getComma()));
    }

    /** The beginning and the end of a hash. */
    public String shortHash(String hash) {
        return hash.length() <= 2 * HASH_ENDS
                ? hash
                : hash.substring(0, HASH_ENDS) + "…" + hash.substring(hash.length() - HASH_ENDS);
    }

    /** A whole hash by groups of four. */
    public String groupedHash(String hash) {
        return hash.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The tone of a state's chip. */
    public String tone(AgreementState state) {
        return switch (state) {
            case IN_FORCE, SIGNED -> GOOD;
            case SUSPENDED -> BAD;
            case NEGOTIATION, SIGNING -> INFO;
            case DRAFT, EXPIRED, TERMINATED, WITHDRAWN -> OVER;
        };
    }

    /** The tone of a version's chip. */
    public String versionTone(VersionState state) {
        return switch (state) {
            case GOVERNING, SIGNED -> GOOD;
            case NEGOTIATION, SIGNING -> INFO;
            case DRAFT, SUPERSEDED, WITHDRAWN -> OVER;
        };
    }

    /** The tone of a signature's chip. */
    public String signatureTone(SignatureState state) {
        return switch (state) {
            case IN_EFFECT -> GOOD;
            case UNCONFIRMED -> SOON;
            case REJECTED -> BAD;
            case WITHDRAWN -> OVER;
        };
    }

    /** The tone of a proposal's chip. */
    public String proposalTone(ProposalState state) {
        return switch (state) {
            case OPEN -> INFO;
            case ACCEPTED -> GOOD;
            case DECLINED, WITHDRAWN -> OVER;
        };
    }

    /** The tone of an internal approval's chip. */
    public String approvalTone(ApprovalState state) {
        return switch (state) {
            case OPEN -> INFO;
            case COMPLETE -> GOOD;
            case RETURNED -> BAD;
        };
    }

    /** The tone of a difference's chip. */
    public String changeTone(Change change) {
        return switch (change) {
            case SAME -> OVER;
            case CHANGED -> INFO;
            case ADDED -> GOOD;
            case REMOVED -> BAD;
        };
    }

    /** An authority to sign: whose, of which kind, by which document, until when. */
    public String authority(AuthorityRow row) {
        return say.text(
                "sign.authority-on-file",
                Map.of(
                        "holder", row.holderName(),
                        "kind", say.of("authority-kind", row.kind()),
                        "reference", row.reference(),
                        "until", moments.day(row.validUntil())));
    }

    /** Whether nothing more happens to an agreement in this state. */
    public boolean isOver(AgreementState state) {
        return switch (state) {
            case EXPIRED, TERMINATED, WITHDRAWN -> true;
            case DRAFT, NEGOTIATION, SIGNING, SIGNED, IN_FORCE, SUSPENDED -> false;
        };
    }
}
