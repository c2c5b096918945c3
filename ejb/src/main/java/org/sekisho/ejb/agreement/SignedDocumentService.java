package org.sekisho.ejb.agreement;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.domain.agreement.AgreementDirectory;
import org.sekisho.domain.agreement.AgreementVersion;
import org.sekisho.domain.agreement.AgreementVersions;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.SignedDocument;
import org.sekisho.domain.agreement.SignedDocumentRow;
import org.sekisho.domain.agreement.SignedDocuments;
import org.sekisho.domain.agreement.SignedDocuments.Wanting;
import org.sekisho.domain.agreement.VersionView;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.DocumentKey;
import org.sekisho.domain.vault.DocumentKeys;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/**
 * Documents of versions that came into force, which the portal signs once in each language, and whoever may read the agreement downloads.
 * The job {@code system:document-signer} makes them; what is made between its steps is in {@link DocumentSigner}.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class SignedDocumentService {

    /** The most documents that one look finds; the next look finds the others. */
    private static final int AT_ONCE = 20;

    private static final String AGREEMENT = "agreement";

    @Inject
    private CurrentAct act;

    @Inject
    private AgreementDirectory directory;

    @Inject
    private AgreementVersions versions;

    @Inject
    private SignedDocuments documents;

    @Inject
    private DocumentKeys keys;

    @Inject
    private ContentStore store;

    /** Signed documents of a version, by language; none before it came into force, and for some seconds after. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public List<SignedDocumentRow> signedDocuments(@About(AGREEMENT) UUID agreement, int number) {
        return documents.of(versions.require(agreement, number).id()).stream()
                .map(SignedDocumentRow::of)
                .toList();
    }

    /** Permits the reading of a signed document; whoever asks gets the same bytes. {@link SharedError#NOT_FOUND} where there is none yet. */
    @Permission("agreement:read")
    public FileToSend signedDocument(@About(AGREEMENT) UUID agreement, int number, Language language) {
        AgreementVersion version = versions.require(agreement, number);
        SignedDocument document =
                documents.find(version.id(), language).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        Place place = new Place(SignedDocument.TABLE, document.id(), document.organisation());
        String blob = document.blob();
        return new FileToSend(
                AgreementPrint.signedName(version.agreement().number(), number, language),
                AgreementPdf.MEDIA_TYPE,
                document.size(),
                document.sha256(),
                0,
                document.size() - 1,
                offset -> store.open(place, blob, offset));
    }

    /** Certificates of the portal's signatures on documents, the one in force first: whoever holds a document needs no account to check it. */
    @Permission(value = "agreement:document-key", beforeSignIn = true, recorded = Recorded.REFUSALS)
    public List<PublishedCertificate> certificates() {
        return Stream.concat(Stream.of(keys.current().certificate()), keys.replaced().stream())
                .map(each -> new PublishedCertificate(
                        DocumentKey.readable(DocumentKey.fingerprint(each)),
                        DocumentKey.pem(each),
                        each.getNotAfter().toInstant()))
                .toList();
    }

    /** Which documents are to be signed. */
    @Permission(value = "agreement:run-documents", recorded = Recorded.REFUSALS)
    public List<Wanting> unsignedDocuments() {
        return documents.wanting(AT_ONCE);
    }

    /** What a document says that is to be signed. */
    @Permission(value = "agreement:run-documents", recorded = Recorded.REFUSALS)
    public DocumentOrder documentOrder(@About(AGREEMENT) UUID agreement, int number, Language language) {
        VersionView view =
                directory.findVersion(agreement, number).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        AgreementPrint print = new AgreementPrint(
                directory
                        .find(agreement)
                        .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND))
                        .row(),
                view,
                language,
                act.now(),
                Optional.of(keys.current().fingerprint()));
        UUID receiver = view.parties().stream()
                .filter(party -> party.role() == PartyRole.INSTITUTION_RECEIVING)
                .map(PartyRow::organisation)
                .findFirst()
                .orElseThrow();
        return new DocumentOrder(
                receiver, print.of(versions.require(agreement, number).document(language)), print.reason());
    }

    /**
     * Keeps a document that was signed.
     *
     * @return whether it is kept; another node was faster otherwise, and what was made here is forgotten
     */
    @Permission("agreement:run-documents")
    public boolean keepDocument(@About(AGREEMENT) UUID agreement, int number, MadeDocument made) {
        AgreementVersion version = versions.require(agreement, number);
        if (documents.find(version.id(), made.language()).isPresent()) {
            return false;
        }
        SignedDocument document = new SignedDocument(
                made.id(),
                version,
                made.language(),
                made.organisation(),
                made.stored(),
                made.certificate(),
                made.timeStamped(),
                act.now());
        documents.add(document);
        act.happened(document.made(version));
        return true;
    }
}
