package org.sekisho.ejb.party;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.provisioning.ImportRun;
import org.sekisho.domain.party.provisioning.ImportRuns;
import org.sekisho.domain.party.provisioning.ImportRuns.ImportLineRow;
import org.sekisho.domain.party.provisioning.ImportRuns.ImportView;
import org.sekisho.domain.party.provisioning.ImportState;
import org.sekisho.domain.party.provisioning.LineOutcome.Result;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/**
 * People from a table, up to 10,000 in one go: checked line by line, then carried out whole or not at all. A page checks, then
 * starts, then watches; a program does it in one call. One import is one event, with the hash of its kept lines.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ImportService {

    private static final String IMPORT = "import";

    @Inject
    private CurrentAct act;

    @Inject
    private ImportRuns runs;

    @Inject
    private ImportJudging judging;

    @Inject
    private ImportCarrying carrying;

    @Inject
    private ImportRunner runner;

    /**
     * Judges a table without changing anything or keeping anything of it.
     *
     * @throws Refusal with one of the {@code IMPORT_…} codes when the table as a whole can't be read
     */
    @Permission("person:import")
    public ImportReport dryRun(ImportUpload upload) {
        JudgedTable judged = judging.judge(judging.read(upload.content()));
        act.happened(
                new ImportRun(act.actor(), upload.name(), upload.reason(), "", judged.counts(), act.now()).checked());
        return judged.report(false);
    }

    /** Judges a table and carries it out at once, unless a line is rejected; then nothing of it is done. */
    @Permission("person:import")
    public ImportReport importPeople(ImportUpload upload) {
        String text = judging.read(upload.content());
        JudgedTable judged = judging.judge(text);
        ImportRun run = new ImportRun(act.actor(), upload.name(), upload.reason(), text, judged.counts(), act.now());
        runs.add(run);
        runs.keepLines(run.id(), judged.lines());
        boolean good = judged.counts().count(Result.REJECTED) == 0;
        if (good) {
            run.begin(Optional.empty(), act.now());
            carrying.carryOut(judged, run.reason(), processed -> {});
            act.happened(runs.require(run.id()).finish(judged.counts(), judged.hash(), act.now()));
        } else {
            act.happened(run.checked());
        }
        return judged.report(good);
    }

    /** Judges a table and keeps it with what was found, for {@link #startImport}; its id. */
    @Permission("person:import")
    public UUID checkImport(ImportUpload upload) {
        String text = judging.read(upload.content());
        JudgedTable judged = judging.judge(text);
        ImportRun run = new ImportRun(act.actor(), upload.name(), upload.reason(), text, judged.counts(), act.now());
        runs.add(run);
        runs.keepLines(run.id(), judged.lines());
        act.happened(run.checked());
        return run.id();
    }

    /** One's own table, with how far it has come. */
    @Permission(value = "person:import", recorded = Recorded.REFUSALS)
    public ImportView viewImport(@About(IMPORT) UUID run) {
        return requireView(run);
    }

    /** One's own tables, the latest first, so that whoever left one finds it again. */
    @Permission(value = "person:import", recorded = Recorded.REFUSALS)
    public Page<ImportView> latestImports(Optional<ImportState> state, Optional<String> words, PageRequest page) {
        return runs.list(state, words, page);
    }

    /** Its lines in the order of the file. */
    @Permission(value = "person:import", recorded = Recorded.REFUSALS)
    public Page<ImportLineRow> importLines(@About(IMPORT) UUID run, Optional<Result> result, PageRequest page) {
        requireView(run);
        return runs.lines(run, result, page);
    }

    /**
     * Begins to carry a checked table out, beside the request; {@link #viewImport} says how far it is.
     *
     * @throws Refusal with {@code IMPORT_LINES_REJECTED} or {@code IMPORT_STATE}
     */
    @Permission("person:import")
    public void startImport(@About(IMPORT) UUID run) {
        act.happened(runs.require(run).begin(runs.lastProgress(run), act.now()));
        runs.beginAnew(run);
        Caller caller = Caller.current();
        act.afterCommit(() -> runner.run(run, caller));
    }

    /** Carries a begun table out; called by the runner, as the person who began it. */
    @Permission("person:import")
    public void carryOutImport(@About(IMPORT) UUID id) {
        ImportRun run = runs.require(id);
        Checks.check(run.state() == ImportState.RUNNING, PartyError.IMPORT_STATE);
        JudgedTable judged = judging.judge(run.content().orElseThrow());
        if (judged.counts().count(Result.REJECTED) == 0) {
            Caller caller = Caller.current();
            carrying.carryOut(judged, run.reason(), processed -> runner.tell(id, processed, caller));
        }
        runs.keepLines(id, judged.lines());
        act.happened(runs.require(id).finish(judged.counts(), judged.hash(), act.now()));
    }

    /** Says how many lines are carried out, in a transaction that doesn't wait for theirs. */
    @Permission(value = "person:import", recorded = Recorded.REFUSALS)
    public void tellProgress(@About(IMPORT) UUID run, int processed) {
        requireView(run);
        runs.progress(run, processed, act.now());
    }

    /** Writes down that carrying out broke; called by the runner. */
    @Permission("person:import")
    public void failImport(@About(IMPORT) UUID run, String code) {
        act.happened(runs.require(run).fail(code, act.now()));
    }

    private ImportView requireView(UUID run) {
        return runs.view(run).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }
}
