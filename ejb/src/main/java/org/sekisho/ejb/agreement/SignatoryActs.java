package org.sekisho.ejb.agreement;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.SignatureRow;
import org.sekisho.domain.agreement.VersionView;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.vault.DocumentKey;
import org.sekisho.ejb.document.PdfText;
import org.sekisho.ejb.document.PdfText.Fact;
import org.sekisho.ejb.shared.Phrases;

/** The appendix of what the portal signs: for every party who signed which hash, by what right, how and when; and whose signature this is. */
final class SignatoryActs {

    private static final String PREFIX = "document.agreement.";

    private final VersionView version;
    private final Language language;
    private final Phrases words;

    SignatoryActs(VersionView version, Language language, Phrases words) {
        this.version = version;
        this.language = language;
        this.words = words;
    }

    /** Writes the appendix. */
    void write(PdfText text, String fingerprint) {
        text.newPage().heading(2, words.text(PREFIX + "acts")).paragraph(words.text(PREFIX + "acts-about"));
        version.parties().forEach(party -> version.signatures().stream()
                .filter(each -> each.organisation().equals(party.organisation()))
                .filter(each -> each.endedAt().isEmpty())
                .forEach(each -> write(text, party, each)));
        text.heading(3, words.text(PREFIX + "portal"))
                .paragraph(words.text(PREFIX + "portal-about"))
                .code(DocumentKey.readable(fingerprint));
    }

    private void write(PdfText text, PartyRow party, SignatureRow signature) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("party-as", words.text("partyRole." + party.role().name())));
        facts.add(fact("signed-by", signature.signerName()));
        facts.add(fact(
                "by-right-of",
                words.text(PREFIX + "authority." + signature.authorityKind().name())
                        + words.text("document.separator")
                        + signature.authorityReference()));
        facts.add(fact(
                "method", words.text(PREFIX + "method." + signature.method().name())));
        if (signature.method().isOutside()) {
            facts.add(fact(
                    "signed-on",
                    signature
                            .signedOn()
                            .format(DateTimeFormatter.ofPattern(words.text("document.day"), words.locale()))));
            facts.add(fact("recorded-at", moments(signature.recordedAt())));
            signature.fileHash().ifPresent(hash -> facts.add(fact("file-hash", hash)));
            facts.add(
                    fact("confirmed-by", words.text(PREFIX + (isConfirmed(signature) ? "confirmed" : "unconfirmed"))));
        } else {
            facts.add(fact("signed-on", moments(signature.recordedAt())));
        }
        facts.add(fact("signed-hash", signature.contentHash()));
        text.heading(3, party.name().in(language)).facts(facts);
    }

    private static boolean isConfirmed(SignatureRow signature) {
        return signature.coordinatorConfirmed() && signature.partyConfirmed();
    }

    /** In Tokyo and in UTC, for parties in and out of Japan. */
    private String moments(Instant instant) {
        return DateTimeFormatter.ofPattern(words.text("document.moment"), words.locale())
                        .withZone(Days.ZONE)
                        .format(instant)
                + " (" + instant.truncatedTo(ChronoUnit.SECONDS) + ")";
    }

    private Fact fact(String key, String value) {
        return new Fact(words.text(PREFIX + key), value);
    }
}
