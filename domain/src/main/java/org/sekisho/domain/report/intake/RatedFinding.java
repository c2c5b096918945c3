package org.sekisho.domain.report.intake;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.GoverningTables;
import org.sekisho.domain.report.decision.ReportFacts;
import org.sekisho.domain.report.severity.CveId;
import org.sekisho.domain.report.severity.ExploitPrediction;
import org.sekisho.domain.report.severity.Exploitation;
import org.sekisho.domain.report.severity.ExploitationLists;
import org.sekisho.domain.report.severity.KnownExploited;

/** A staged finding with what the risk table answers about it. */
public record RatedFinding(StagedFinding finding, Evaluation rating) {

    /** Rates a batch; the published lists are asked once for all of it. */
    public static List<RatedFinding> of(List<StagedFinding> findings, GoverningTables tables, ExploitationLists lists) {
        Set<CveId> numbers = new HashSet<>();
        findings.forEach(each -> numbers.addAll(each.cves()));
        Map<CveId, KnownExploited> known =
                byNumber(numbers.isEmpty() ? List.of() : lists.known(numbers), KnownExploited::cve);
        Map<CveId, ExploitPrediction> predictions =
                byNumber(numbers.isEmpty() ? List.of() : lists.predictions(numbers), ExploitPrediction::cve);
        return findings.stream()
                .map(each -> new RatedFinding(
                        each,
                        tables.rate(ReportFacts.onArrival(
                                each.severity(),
                                Exploitation.of(each.cves(), of(each.cves(), known), of(each.cves(), predictions))))))
                .toList();
    }

    private static <T> Map<CveId, T> byNumber(List<T> entries, Function<T, CveId> number) {
        return entries.stream().collect(Collectors.toUnmodifiableMap(number, Function.identity(), (one, other) -> one));
    }

    private static <T> List<T> of(Collection<CveId> numbers, Map<CveId, T> entries) {
        return numbers.stream().filter(entries::containsKey).map(entries::get).toList();
    }
}
