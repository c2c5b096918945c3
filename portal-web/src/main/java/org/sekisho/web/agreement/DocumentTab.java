package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.SignedDocumentRow;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.Document;
import org.sekisho.domain.agreement.clause.Document.Article;
import org.sekisho.domain.agreement.clause.GeneralClause;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.vault.DocumentKey;
import org.sekisho.ejb.agreement.AgreementPdf;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.ejb.agreement.AgreementText;
import org.sekisho.ejb.agreement.SignedDocumentService;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.web.shared.FileDownload;

/** The document of one version: in the reader's language, or in both beside each other with the governing one first. */
@Named
@RequestScoped
public class DocumentTab {

    @Inject
    private AgreementPage page;

    @Inject
    private AgreementService agreements;

    @Inject
    private SignedDocumentService documents;

    @Inject
    private AgreementWords words;

    @Inject
    private HttpServletRequest request;

    private @Nullable AgreementText text;
    private @Nullable List<SignedDocumentRow> signed;

    /** An article in the governing language and in the other. */
    public record Pair(Article first, Article second) {}

    public boolean isPair() {
        return "both".equals(request.getParameter("languages"));
    }

    public AgreementText getText() {
        if (text == null) {
            text = agreements.text(page.getId(), page.getNumber());
        }
        return text;
    }

    /** The text that the page shows first: the reader's; of two beside each other the one that governs. */
    public Document getDocument() {
        return getText().in(getFirst());
    }

    /** The other text of the two. */
    public Document getOther() {
        return getText().in(getSecond());
    }

    public Language getFirst() {
        return isPair() ? getGoverning() : words.getLanguage();
    }

    public Language getSecond() {
        return getFirst() == Language.JA ? Language.EN : Language.JA;
    }

    /** The language whose text governs; Japanese until the clause says so. */
    public Language getGoverning() {
        return page.getVersion().clauses().stream()
                .filter(GeneralClause.class::isInstance)
                .map(GeneralClause.class::cast)
                .map(GeneralClause::governingText)
                .findFirst()
                .orElse(Language.JA);
    }

    public List<Pair> getPairs() {
        List<Article> first = getDocument().articles();
        List<Article> second = getOther().articles();
        return IntStream.range(0, Math.min(first.size(), second.size()))
                .mapToObj(at -> new Pair(first.get(at), second.get(at)))
                .toList();
    }

    /** The clauses that this version doesn't have; what they would permit isn't permitted. */
    public List<ClauseKind> getMissing() {
        List<ClauseKind> written =
                page.getVersion().clauses().stream().map(Clause::kind).toList();
        return Arrays.stream(ClauseKind.values())
                .filter(kind -> !written.contains(kind))
                .toList();
    }

    /** What the portal signed of this version, by language. */
    public List<SignedDocumentRow> getSigned() {
        if (signed == null) {
            signed = documents.signedDocuments(page.getId(), page.getNumber());
        }
        return signed;
    }

    /** Whether the version came into force, so that it has signed documents or soon will. */
    public boolean isInForce() {
        return page.getVersion().row().governsSince().isPresent();
    }

    /** Whether one isn't made yet. */
    public boolean isAwaited() {
        return isInForce() && getSigned().size() < Language.values().length;
    }

    /** A fingerprint as tools print it. */
    public String readable(String fingerprint) {
        return DocumentKey.readable(fingerprint);
    }

    /** Answers with what the portal signed, byte for byte, in the language that the address names. */
    public void downloadSigned() {
        FileToSend file = documents.signedDocument(
                page.getId(),
                page.getNumber(),
                "ja".equals(request.getParameter("language")) ? Language.JA : Language.EN);
        FileDownload.send(file.name(), file.mediaType(), file::writeTo);
    }

    /** Answers with the version as PDF, in the language that the address names, else in the reader's. */
    public void download() {
        Language language = "ja".equals(request.getParameter("language"))
                ? Language.JA
                : "en".equals(request.getParameter("language")) ? Language.EN : words.getLanguage();
        AgreementPdf pdf = agreements.download(page.getId(), page.getNumber(), language);
        FileDownload.send(pdf.name(), AgreementPdf.MEDIA_TYPE, pdf::writeTo);
    }

    /** Answers with what is signed, byte for byte: its SHA-256 is the hash on every signature. */
    public void downloadContent() {
        String content = agreements.content(page.getId(), page.getNumber());
        FileDownload.send(
                page.getRow().number() + "-v" + page.getNumber() + ".json",
                "application/json; charset=UTF-8",
                out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}
