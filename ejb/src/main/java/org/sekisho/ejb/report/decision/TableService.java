package org.sekisho.ejb.report.decision;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.report.decision.DecisionError;
import org.sekisho.domain.report.decision.DecisionTable;
import org.sekisho.domain.report.decision.DeliveredTables;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.RowTests;
import org.sekisho.domain.report.decision.TableDirectory;
import org.sekisho.domain.report.decision.TableEdit;
import org.sekisho.domain.report.decision.TableFilter;
import org.sekisho.domain.report.decision.TableRow;
import org.sekisho.domain.report.decision.TableState;
import org.sekisho.domain.report.decision.TableVersion;
import org.sekisho.domain.report.decision.TableVersions;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Decision tables: a version is named by its code and number, as the clauses of agreements name it. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class TableService {

    @Inject
    private CurrentAct act;

    @Inject
    private TableVersions versions;

    @Inject
    private TableDirectory directory;

    /** Versions that are kept here, the delivered ones not among them. */
    @Permission(value = "table:read", recorded = Recorded.REFUSALS)
    public Page<TableRow> list(TableFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /** The tables that come with the product. */
    @Permission(value = "table:read", recorded = Recorded.REFUSALS)
    public List<TableView> delivered() {
        return DeliveredTables.all().stream().map(TableView::delivered).toList();
    }

    /** One version, or a delivered table. */
    @Permission(value = "table:read", recorded = Recorded.REFUSALS)
    public TableView find(String code, int version) {
        return DeliveredTables.find(code, version)
                .map(TableView::delivered)
                .orElseGet(() -> TableView.of(versions.require(code, version)));
    }

    /** What a version answers otherwise than an earlier one of the same code, at most 1,000 combinations. */
    @Permission(value = "table:read", recorded = Recorded.REFUSALS)
    public List<RowChange> compare(String code, int before, int now) {
        DecisionTable earlier = table(code, before);
        return RowTests.run(earlier, table(code, now)).stream()
                .filter(result -> !result.passed())
                .limit(1_000)
                .map(result -> new RowChange(
                        result.row(),
                        earlier.rows().get(result.row()).values(),
                        result.expected(),
                        result.answer().map(Evaluation::outcome)))
                .toList();
    }

    private DecisionTable table(String code, int version) {
        return DeliveredTables.find(code, version)
                .orElseGet(() -> versions.require(code, version).table());
    }

    /**
     * Drafts the next version under a code from a file.
     *
     * @throws Refusal with a {@link DecisionError}
     */
    @Permission("table:edit")
    public TableName draft(DraftTable command) {
        String code = DecisionTable.requireCode(command.code());
        Optional<DecisionTable> before = latest(code);
        DecisionTable table = TableFile.read(code, next(code), command.file(), before, command.order());
        return keep(new TableVersion(act.actor(), table, command.use(), command.title(), act.now()));
    }

    /** Drafts the next version with the rows of this one, to answer some of them otherwise. */
    @Permission("table:edit")
    public TableName copy(String code, int version) {
        TableView from = DeliveredTables.find(code, version)
                .map(TableView::delivered)
                .orElseGet(() -> TableView.of(versions.require(code, version)));
        DecisionTable next = table(code, version).as(code, next(code));
        return keep(new TableVersion(act.actor(), next, from.use(), from.title(), act.now()));
    }

    private Optional<DecisionTable> latest(String code) {
        return versions.newest(code).map(TableVersion::table).or(() -> DeliveredTables.find(code, 1));
    }

    private int next(String code) {
        Optional<TableVersion> newest = versions.newest(code);
        boolean drafted =
                newest.filter(each -> each.state() == TableState.DRAFT).isPresent();
        Checks.check(!drafted, DecisionError.DRAFT_EXISTS);
        return newest.map(TableVersion::version)
                        .orElse(DeliveredTables.find(code, 1).isPresent() ? 1 : 0)
                + 1;
    }

    private TableName keep(TableVersion draft) {
        versions.add(draft);
        act.happened(draft.drafted());
        return new TableName(draft.code(), draft.version());
    }

    /**
     * Answers combinations of a draft otherwise, for the first time, or no longer: all of it or nothing.
     *
     * @param readVersion the row's version that was seen
     */
    @Permission("table:edit")
    public void answer(String code, int version, int readVersion, TableEdit edit) {
        read(code, version, readVersion).answer(act.actor(), edit, act.now()).ifPresent(act::happened);
    }

    /** Takes a draft away. */
    @Permission("table:edit")
    public void giveUp(String code, int version) {
        TableVersion draft = versions.require(code, version);
        Checks.check(draft.state() == TableState.DRAFT, DecisionError.ADOPTED_ALREADY);
        act.about(TableVersion.KIND, draft.id());
        versions.remove(draft);
    }

    /** A second person adopts a draft: clauses can name it from now on, and it never changes. */
    @Permission("table:adopt")
    public void adopt(String code, int version, int readVersion) {
        act.happened(read(code, version, readVersion).adopt(act.actor(), act.now()));
    }

    /** Says that no clause should name it any more; where one does, it still governs. */
    @Permission("table:adopt")
    public void retire(String code, int version, String reason) {
        act.happened(versions.require(code, version).retire(act.actor(), reason, act.now()));
    }

    private TableVersion read(String code, int version, int readVersion) {
        TableVersion kept = versions.require(code, version);
        if (kept.rowVersion() != readVersion) {
            throw new Refusal(SharedError.CHANGED_MEANWHILE);
        }
        return kept;
    }
}
