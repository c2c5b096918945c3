package org.sekisho.ejb.report.intake;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.access.WaitingAccess;
import org.sekisho.domain.report.intake.Intake;
import org.sekisho.domain.report.intake.IntakeContent;
import org.sekisho.domain.report.intake.IntakeDirectory;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.intake.IntakeFilter;
import org.sekisho.domain.report.intake.IntakeRow;
import org.sekisho.domain.report.intake.Intakes;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.intake.Repeat;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.ContentStore.Stored;
import org.sekisho.domain.vault.Vault;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Files of reports: handed in, begun, taken over where they broke off, and looked at. {@link IntakeRunner} reads them. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class IntakeService {

    static final String TABLE = "report_import_content";
    static final String FILE_NAME = "sealed_file_name";
    /** The most characters of a file's name; what file systems hold. */
    private static final int FILE_NAME_LIMIT = 255;
    /** More agreements than anybody is granted access under. */
    private static final int MOST_TARGETS = 20;

    @Inject
    private CurrentAct act;

    @Inject
    private IntakeGate gate;

    @Inject
    private Intakes intakes;

    @Inject
    private IntakeDirectory directory;

    @Inject
    private IntakeRunner runner;

    @Inject
    private WaitingAccess waiting;

    @Inject
    private Vault vault;

    @Inject
    private ContentStore store;

    /** The agreements under which the actor has a grant, with their environments: what a form offers. */
    @Permission(value = "report-import:run", recorded = Recorded.REFUSALS)
    public List<IntakeTarget> targets() {
        return waiting.granted(act.person(), Days.of(act.now()), MOST_TARGETS).stream()
                .map(each -> new IntakeTarget(
                        each.agreement(),
                        each.agreementNumber(),
                        gate.environments(each.agreement()).stream()
                                .map(found -> new IntakeTarget.Environment(found.code(), found.name()))
                                .toList()))
                .toList();
    }

    /** Permits an import, and says where its bytes go. */
    @Permission(value = "report-import:run", recorded = Recorded.REFUSALS)
    public IntakeUpload open(ImportReports command) {
        Checks.requireText(command.fileName(), "fileName", FILE_NAME_LIMIT);
        gate.require(command.agreement(), command.environment());
        UUID id = Ids.next();
        return new IntakeUpload(
                id, command, new Place(TABLE, id, act.actor().organisation().orElseThrow()), store);
    }

    /**
     * Begins to read a file that was taken in, beside the request. The same file begins nothing twice: where its import is under way or
     * published, that one is given back; one that broke off is given up for this one.
     */
    @Permission("report-import:run")
    public BegunIntake begin(IntakeUpload upload) {
        // Again: somebody may have been frozen while the bytes came.
        ImportReports command = upload.command();
        IntakeGate.Passed passed = gate.require(command.agreement(), command.environment());
        Stored file = upload.stored().orElseThrow(() -> new Refusal(IntakeError.FILE_EMPTY));
        UUID organisation = act.actor().organisation().orElseThrow();
        Optional<Intake> current = intakes.current(organisation, file.sha256());
        Optional<Intake> broken = current.filter(this::isBrokenOff)
                .flatMap(each -> intakes.requireIdle(each.id()))
                .filter(this::isBrokenOff);
        if (current.isPresent() && broken.isEmpty()) {
            act.about(Intake.KIND, current.get().id());
            return new BegunIntake(current.get().id(), true);
        }
        broken.ifPresent(each -> {
            // Before its state changes, or what was staged would be there for good and seen by nobody.
            intakes.discard(each);
            act.happened(each.abandon(act.actor(), act.now()));
        });
        Intake intake = new Intake(upload.id(), act.actor(), command.origin(passed.version()), file, act.now());
        byte[] fileName = vault.sealText(
                upload.place().column(FILE_NAME), command.fileName().strip());
        intakes.add(intake, new IntakeContent(intake, fileName, file.blob()));
        act.about(Intake.KIND, intake.id());
        act.happened(passed.decision().decided());
        act.happened(intake.begun());
        start(intake, file.blob());
        return new BegunIntake(intake.id(), false);
    }

    /** Goes on with an import that broke off, from the beginning of its file. While somebody works at it, that is refused at once. */
    @Permission("report-import:run")
    public void takeOver(@About(Intake.KIND) UUID intake) {
        Intake broken = intakes.requireIdle(intake).orElseThrow(() -> new Refusal(IntakeError.SAME_FILE_UNDER_WAY));
        gate.require(broken.origin().agreement(), "");
        act.happened(broken.takeOver(act.actor(), act.now()));
        intakes.discard(broken);
        start(broken, content(intake).blob());
    }

    /** One import, with how far it has come. */
    @Permission(value = "report-import:run", recorded = Recorded.REFUSALS)
    public IntakeLine one(@About(Intake.KIND) UUID intake) {
        return line(directory.find(intake).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND)));
    }

    /** The imports of the actor's organisation. */
    @Permission(value = "report-import:run", recorded = Recorded.REFUSALS)
    public Page<IntakeLine> list(IntakeFilter filter, PageRequest page) {
        return directory.list(filter, page).map(this::line);
    }

    /** The items of an import that became nothing, with where and why. */
    @Permission(value = "report-import:run", recorded = Recorded.REFUSALS)
    public Page<Rejection> rejections(
            @About(Intake.KIND) UUID intake, Optional<RejectReason> reason, PageRequest page) {
        one(intake);
        return directory.rejections(intake, reason, page);
    }

    /** The items of an import that are the same as earlier findings, and by what. */
    @Permission(value = "report-import:run", recorded = Recorded.REFUSALS)
    public Page<Repeat> repeats(@About(Intake.KIND) UUID intake, PageRequest page) {
        one(intake);
        return directory.repeats(intake, page);
    }

    private boolean isBrokenOff(Intake intake) {
        return intake.isBrokenOff(act.now());
    }

    private void start(Intake intake, String blob) {
        IntakeOrder order = new IntakeOrder(
                intake.id(),
                intake.attempt(),
                intake.organisation(),
                intake.origin().format(),
                blob);
        Caller caller = Caller.current();
        act.afterCommit(() -> runner.start(order, caller));
    }

    private IntakeContent content(UUID intake) {
        return intakes.content(intake).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    private IntakeLine line(IntakeRow row) {
        Place place = new Place(TABLE, row.id(), row.organisation()).column(FILE_NAME);
        return new IntakeLine(
                row,
                row.sealedFileName().map(kept -> vault.openText(place, kept)).orElse(""),
                row.isBrokenOff(act.now()),
                row.isHandedOutTo(act.actor()),
                act.now());
    }
}
