package org.sekisho.ejb.agreement;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.agreement.AgreementDirectory;
import org.sekisho.domain.agreement.AgreementError;
import org.sekisho.domain.agreement.AgreementVersion;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.OutsideSignature;
import org.sekisho.domain.agreement.Signature;
import org.sekisho.domain.agreement.SignatureRow;
import org.sekisho.domain.agreement.SignedFile;
import org.sekisho.domain.agreement.SignedFileCheck;
import org.sekisho.domain.agreement.SignedFiles;
import org.sekisho.domain.agreement.SigningAuthorities;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Signatures made outside: the signed file is attached by the party, kept sealed, and looked at before it is confirmed. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class OutsideSigningService {

    private static final String AGREEMENT = "agreement";
    private static final String PDF = "application/pdf";
    private static final int FILE_NAME_LIMIT = 200;

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private AgreementDirectory directory;

    @Inject
    private SigningAuthorities authorities;

    @Inject
    private SignedFiles files;

    @Inject
    private ContentStore store;

    /** Permits a signed file to be handed in, and says where its bytes go. */
    @Permission(value = "agreement:approve", recorded = Recorded.REFUSALS)
    public SignatureUpload open(AttachSignature command) {
        agreements.require(command.agreement());
        authorities.require(command.authority());
        SignedFileCheck.checkSize(command.announcedBytes());
        Checks.requireText(command.fileName(), "file", FILE_NAME_LIMIT);
        Checks.require(command.signedOn(), "signedOn");
        UUID id = Ids.next();
        UUID organisation = act.actor().organisation().orElseThrow();
        return new SignatureUpload(id, command, new Place(SignedFile.TABLE, id, organisation), store);
    }

    /**
     * Puts on file what the actor's party signed outside. It binds once the coordinator and the party have confirmed that it matches.
     *
     * @throws Refusal with a code of {@link AgreementError}
     */
    @Permission("agreement:approve")
    public void attachSignature(SignatureUpload upload) {
        AttachSignature command = upload.command();
        SignatureUpload.Taken taken = upload.taken().orElseThrow(() -> new Refusal(AgreementError.FILE_EMPTY));
        AgreementVersion version = agreements.requireLocked(command.agreement()).requireVersion(command.number());
        String hash = version.contentHash().orElseThrow(() -> new Refusal(AgreementError.HASH_DIFFERS));
        OutsideSignature outside =
                new OutsideSignature(command.method(), hash, taken.sha256(), command.fileName(), command.signedOn());
        act.happened(
                version.signing().attach(act.actor(), authorities.require(command.authority()), outside, act.now()));
        Signature attached = version.signatures().get(version.signatures().size() - 1);
        files.add(new SignedFile(upload.id(), attached, taken.size(), taken.blob()));
    }

    /** The file of a signature made outside, for whoever may read the version; the reading is recorded. */
    @Permission("agreement:read")
    public FileToSend signedFile(@About(AGREEMENT) UUID agreement, int number, UUID signature) {
        SignatureRow row = directory.findVersion(agreement, number).stream()
                .flatMap(version -> version.signatures().stream())
                .filter(each -> each.id().equals(signature))
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        SignedFile file = files.find(signature).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        Place place = new Place(SignedFile.TABLE, file.id(), file.organisation());
        String blob = file.blob();
        return new FileToSend(
                row.fileName().orElseThrow(),
                PDF,
                file.size(),
                row.fileHash().orElseThrow(),
                0,
                file.size() - 1,
                offset -> store.open(place, blob, offset));
    }
}
