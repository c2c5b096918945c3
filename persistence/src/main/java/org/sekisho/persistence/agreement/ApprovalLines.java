package org.sekisho.persistence.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.agreement.ApprovalRow;

/** Puts internal approvals together from lines that hold one level each. */
final class ApprovalLines {

    private ApprovalLines() {}

    static List<ApprovalRow> join(List<ApprovalRow> lines) {
        Map<UUID, ApprovalRow> joined = new LinkedHashMap<>();
        lines.forEach(line -> joined.merge(line.id(), line, ApprovalLines::with));
        return List.copyOf(joined.values());
    }

    private static ApprovalRow with(ApprovalRow approval, ApprovalRow line) {
        List<ApprovalRow.Level> levels = new ArrayList<>(approval.levels());
        levels.addAll(line.levels());
        return new ApprovalRow(
                approval.id(),
                approval.versionNumber(),
                approval.organisation(),
                approval.attempt(),
                approval.contentHash(),
                approval.state(),
                approval.plannedAt(),
                approval.decisionNumber(),
                approval.closedAt(),
                levels);
    }
}
