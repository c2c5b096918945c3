package org.sekisho.ejb.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.domain.agreement.AgreementRow;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.SignatureRow;
import org.sekisho.domain.agreement.SignatureState;
import org.sekisho.domain.agreement.VersionRow;
import org.sekisho.domain.agreement.VersionState;
import org.sekisho.domain.agreement.VersionView;
import org.sekisho.domain.agreement.clause.Document;
import org.sekisho.domain.agreement.clause.GeneralClause;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.document.PdfText;
import org.sekisho.ejb.document.PdfText.Fact;
import org.sekisho.ejb.shared.Phrases;

/**
 * Puts one version on paper: its state, its text as it is or will be signed, and who signed which hash. What the portal signs has an appendix
 * with the signatories' acts; any other print says that it isn't signed.
 */
final class AgreementPrint {

    private static final String PREFIX = "document.agreement.";
    private static final List<String> BUNDLES =
            List.of("org.sekisho.ejb.text.document", "org.sekisho.domain.agreement.clause.document");

    private final AgreementRow agreement;
    private final VersionView version;
    private final Language language;
    private final Phrases words;
    private final Instant now;
    /** The certificate of the portal's signature, on what it signs. */
    private final Optional<String> certificate;

    /** A version as it is, which the portal doesn't sign. */
    AgreementPrint(AgreementRow agreement, VersionView version, Language language, Instant now) {
        this(agreement, version, language, now, Optional.empty());
    }

    /** @param certificate the fingerprint of the certificate that the document is signed with, where the portal signs it */
    AgreementPrint(
            AgreementRow agreement, VersionView version, Language language, Instant now, Optional<String> certificate) {
        this.agreement = agreement;
        this.version = version;
        this.language = language;
        this.now = now;
        this.certificate = certificate;
        this.words = Phrases.of(BUNDLES, language.locale(), AgreementPrint.class.getClassLoader());
    }

    /** What readers show as the reason of the portal's signature. */
    String reason() {
        return words.text(PREFIX + "reason-signed");
    }

    /** What a signed document is called. */
    static String signedName(String number, int version, Language language) {
        return number + "-v" + version + "-" + tag(language) + "-signed.pdf";
    }

    AgreementPdf of(Document document) {
        VersionRow row = version.row();
        String name = certificate.isPresent()
                ? signedName(agreement.number(), row.number(), language)
                : agreement.number() + "-v" + row.number() + "-" + tag(language) + ".pdf";
        PdfText text = new PdfText(words.text(
                PREFIX + "title",
                Map.of("number", agreement.number(), "version", row.number(), "title", document.subject())));
        String state = words.text(PREFIX + "state." + row.state().name());
        text.footer(words.text(
                PREFIX + "footer", Map.of("number", agreement.number(), "version", row.number(), "state", state)));
        if (!isSigned()) {
            text.stamp(words.text(PREFIX + "stamp." + row.state().name()));
        }
        text.part(words.locale())
                .heading(1, document.title())
                .paragraph(document.reference())
                .heading(3, document.subject())
                .notice(state
                        + words.text(PREFIX + "stop")
                        + words.text(PREFIX + "standing." + row.state().name()))
                .paragraph(governing())
                .paragraph(document.preamble())
                .table(document.parties().columns(), document.parties().rows());
        document.articles().forEach(article -> write(text, article));
        text.paragraph(document.closing());
        signatures(text);
        certificate.ifPresentOrElse(
                fingerprint -> new SignatoryActs(version, language, words).write(text, fingerprint),
                () -> text.paragraph(words.text(PREFIX + "unsigned")));
        return new AgreementPdf(name, made(), text);
    }

    private static void write(PdfText text, Document.Article article) {
        text.heading(2, article.label() + " " + article.heading());
        article.paragraphs().forEach(paragraph -> {
            text.numbered(paragraph.label(), paragraph.text());
            paragraph.items().forEach(item -> text.item(item.label(), item.text()));
            paragraph.table().ifPresent(table -> text.table(table.columns(), table.rows()));
        });
    }

    private void signatures(PdfText text) {
        text.newPage().heading(2, words.text(PREFIX + "signatures"));
        VersionRow row = version.row();
        if (row.contentHash().isPresent()) {
            text.paragraph(words.text(PREFIX + "hash")).code(row.contentHash().get());
            text.paragraph(words.text(PREFIX + "hash-check"));
        } else {
            text.paragraph(words.text(PREFIX + "not-fixed"));
        }
        List<Fact> facts = new ArrayList<>();
        row.frozenAt().ifPresent(at -> facts.add(fact("fixed-at", moment(at))));
        row.governsFrom().ifPresent(day -> facts.add(fact("governs-from", day(day))));
        row.governsSince().ifPresent(at -> facts.add(fact("governs-since", moment(at))));
        row.endedAt().ifPresent(at -> facts.add(fact("ended-at", moment(at))));
        facts.add(fact("as-of", moment(made())));
        text.facts(facts);
        text.table(
                Stream.of("party", "signed-by", "by-right-of", "method", "signed-on")
                        .map(key -> words.text(PREFIX + key))
                        .toList(),
                version.parties().stream().map(this::line).toList());
        List<SignatureRow> ended = version.signatures().stream()
                .filter(each -> each.endedAt().isPresent())
                .toList();
        if (!ended.isEmpty()) {
            text.heading(3, words.text(PREFIX + "ended"))
                    .table(
                            Stream.of("party", "signed-by", "ended-how", "ended-at", "reason")
                                    .map(key -> words.text(PREFIX + key))
                                    .toList(),
                            ended.stream().map(this::ended).toList());
        }
    }

    private List<String> line(PartyRow party) {
        Optional<SignatureRow> found = version.signatures().stream()
                .filter(each -> each.organisation().equals(party.organisation()))
                .filter(each -> each.endedAt().isEmpty())
                .findFirst();
        String name = party.name().in(language);
        if (found.isEmpty()) {
            return List.of(name, words.text(PREFIX + "not-signed"), "", "", "");
        }
        SignatureRow signature = found.get();
        String unconfirmed =
                signature.state() == SignatureState.UNCONFIRMED ? "\n" + words.text(PREFIX + "unconfirmed") : "";
        String file = signature
                .fileHash()
                .map(hash -> "\n" + words.text(PREFIX + "file", Map.of("hash", hash.replaceAll("(.{16})(?!$)", "$1 "))))
                .orElse("");
        return List.of(
                name,
                signature.signerName() + unconfirmed,
                words.text(PREFIX + "authority." + signature.authorityKind().name()) + "\n"
                        + signature.authorityReference(),
                words.text(PREFIX + "method." + signature.method().name()) + file,
                signature.method().isOutside() ? day(signature.signedOn()) : moment(signature.recordedAt()));
    }

    private List<String> ended(SignatureRow signature) {
        return List.of(
                party(signature.organisation()),
                signature.signerName(),
                words.text(PREFIX + "ended." + signature.state().name()),
                signature.endedAt().map(this::moment).orElse(""),
                signature.endReason());
    }

    private String party(UUID organisation) {
        return version.parties().stream()
                .filter(each -> each.organisation().equals(organisation))
                .map(each -> each.name().in(language))
                .findFirst()
                .orElse("");
    }

    /** Whether every party's signature is in effect. */
    private boolean isSigned() {
        return version.row().state() == VersionState.SIGNED || version.row().state() == VersionState.GOVERNING;
    }

    private String governing() {
        Language governs = version.clauses().stream()
                .filter(GeneralClause.class::isInstance)
                .map(clause -> ((GeneralClause) clause).governingText())
                .findFirst()
                .orElse(Language.JA);
        return words.text(PREFIX + (governs == language ? "governing.ours" : "governing.theirs"));
    }

    private Instant made() {
        if (version.row().frozenAt().isEmpty() || certificate.isPresent()) {
            return now;
        }
        VersionRow row = version.row();
        return Stream.of(
                        Stream.of(row.frozenAt(), row.governsSince(), row.endedAt()),
                        version.signatures().stream()
                                .flatMap(each -> Stream.of(Optional.of(each.recordedAt()), each.endedAt())))
                .flatMap(each -> each)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(now);
    }

    private Fact fact(String key, String value) {
        return new Fact(words.text(PREFIX + key), value);
    }

    private String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(words.text("document.day"), words.locale()));
    }

    private String moment(Instant instant) {
        return DateTimeFormatter.ofPattern(words.text("document.moment"), words.locale())
                .withZone(Days.ZONE)
                .format(instant);
    }

    private static String tag(Language language) {
        return language.locale().toLanguageTag();
    }
}
