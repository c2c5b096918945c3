package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.engagement.AuditorScope;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.assurance.evidence.CheckedContent;
import org.sekisho.domain.assurance.evidence.EvidenceContent;
import org.sekisho.domain.assurance.evidence.EvidenceDirectory;
import org.sekisho.domain.assurance.evidence.EvidenceFilter;
import org.sekisho.domain.assurance.evidence.EvidenceItem;
import org.sekisho.domain.assurance.evidence.EvidenceItems;
import org.sekisho.domain.assurance.evidence.EvidenceLimits;
import org.sekisho.domain.assurance.evidence.EvidenceRow;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.Vault;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Evidence: uploaded by whom it belongs to, sealed while it arrives; read, accepted or returned by auditors in their scope. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class EvidenceService {

    private static final String TABLE = "evidence_content";
    private static final String TITLE = "sealed_title";
    private static final String FILE_NAME = "sealed_file_name";
    /** The most characters of a file's name; what file systems hold. */
    private static final int FILE_NAME_LIMIT = 255;

    @Inject
    private CurrentAct act;

    @Inject
    private Engagements engagements;

    @Inject
    private EvidenceItems items;

    @Inject
    private EvidenceDirectory directory;

    @Inject
    private Entrance entrance;

    @Inject
    private Vault vault;

    @Inject
    private ContentStore store;

    @Inject
    private AnswerGate gate;

    /** Evidence of one engagement that the actor may see, with the titles that the actor may read. */
    @Permission("evidence:read")
    public Page<EvidenceLine> list(@About(Engagement.KIND) UUID engagement, EvidenceFilter filter, PageRequest page) {
        if (filter.engagement().filter(engagement::equals).isEmpty()) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        engagements.require(engagement);
        return entrance.withReachOf(SystemReach.NAMES, () -> directory.list(filter, page))
                .map(this::line);
    }

    /** One item, with its title for those who may read it. */
    @Permission("evidence:read")
    public EvidenceLine one(@About(EvidenceItem.KIND) UUID evidence) {
        return entrance.withReachOf(SystemReach.NAMES, () -> directory.find(evidence))
                .map(this::line)
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Permits an upload, and says where its bytes go. */
    @Permission(value = "evidence:upload", recorded = Recorded.REFUSALS)
    public EvidenceUpload open(UploadEvidence command) {
        EvidenceLimits.USUAL.checkSize(command.announcedBytes());
        Checks.requireText(command.title(), "title", EvidenceItem.TITLE_LIMIT);
        Checks.requireText(command.fileName(), "fileName", FILE_NAME_LIMIT);
        UUID organisation = act.actor().organisation().orElseThrow();
        Engagement engagement = engagements.require(command.engagement());
        gate.require(engagement);
        EvidenceItem.requireFits(engagement, claim(command, organisation));
        UUID id = Ids.next();
        return new EvidenceUpload(id, organisation, command, new Place(TABLE, id, organisation), store);
    }

    /** Makes an upload whose bytes have passed an item of evidence; its id. */
    @Permission("evidence:upload")
    public UUID receive(EvidenceUpload upload) {
        UploadEvidence command = upload.command();
        CheckedContent content = upload.checked().orElseThrow(() -> new Refusal(AssuranceError.FILE_EMPTY));
        Engagement engagement = engagements.require(command.engagement());
        // Again: somebody may have been frozen while the bytes came.
        gate.require(engagement);
        EvidenceItem item = EvidenceItem.receive(
                upload.id(), act.actor(), engagement, claim(command, upload.organisation()), content, act.now());
        Place place = upload.place();
        items.add(
                item,
                new EvidenceContent(
                        item,
                        vault.sealText(place.column(TITLE), command.title().strip()),
                        vault.sealText(
                                place.column(FILE_NAME), command.fileName().strip()),
                        upload.blob()));
        act.about(EvidenceItem.KIND, item.id());
        act.happened(item.received());
        return item.id();
    }

    /** The organisation takes an item back. */
    @Permission("evidence:upload")
    public void withdraw(@About(EvidenceItem.KIND) UUID evidence) {
        EvidenceItem item = items.require(evidence);
        item.engagement().flatMap(engagements::find).ifPresent(gate::require);
        act.happened(item.withdraw(act.actor()));
    }

    /** An auditor of the engagement accepts an item as proof. */
    @Permission("audit:request")
    public void accept(@About(EvidenceItem.KIND) UUID evidence, UUID engagement) {
        EvidenceItem item = items.require(evidence);
        act.happened(item.accept(act.actor(), requireIts(item, engagement), act.now()));
    }

    /** An auditor of the engagement returns an item with a reason. */
    @Permission("audit:request")
    public void giveBack(@About(EvidenceItem.KIND) UUID evidence, UUID engagement, String reason) {
        EvidenceItem item = items.require(evidence);
        act.happened(item.giveBack(act.actor(), requireIts(item, engagement), reason, act.now()));
    }

    /**
     * Permits the reading of an item's file.
     *
     * @param engagement in which an auditor reads; not needed where the item is for one engagement only, nor by others
     */
    @Permission("evidence:read")
    public FileToSend content(@About(EvidenceItem.KIND) UUID evidence, Optional<UUID> engagement, RangeWanted range) {
        EvidenceItem item = items.require(evidence);
        if (act.actor().holds(Role.AUDITOR)) {
            Engagement by = item.engagement()
                    .or(() -> engagement)
                    .flatMap(engagements::find)
                    .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
            AuditorScope.decide(act.actor(), requireIts(item, by.id()), item.section(), item.proves(), act.now())
                    .requirePermitted();
        }
        EvidenceContent content = items.content(evidence).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        Place place = new Place(TABLE, evidence, content.organisation());
        String blob = content.blob();
        CheckedContent checked = item.content();
        RangeWanted.Bytes bytes = range.of(checked.size(), '"' + checked.sha256() + '"');
        return new FileToSend(
                vault.openText(place.column(FILE_NAME), content.sealedFileName()),
                checked.type().mediaType(),
                checked.size(),
                checked.sha256(),
                bytes.first(),
                bytes.last(),
                offset -> store.open(place, blob, offset));
    }

    private Engagement requireIts(EvidenceItem item, UUID engagement) {
        Engagement found = engagements.require(engagement);
        boolean its = item.engagement()
                .map(engagement::equals)
                .orElse(item.agreement().equals(found.agreement()));
        if (!its) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return found;
    }

    private static EvidenceItem.Claim claim(UploadEvidence command, UUID organisation) {
        return new EvidenceItem.Claim(
                organisation, command.section(), command.control(), command.proves(), command.label());
    }

    private EvidenceLine line(EvidenceRow row) {
        return new EvidenceLine(
                row,
                row.sealedTitle()
                        .map(kept ->
                                vault.openText(new Place(TABLE, row.id(), row.organisationId()).column(TITLE), kept)));
    }
}
