package org.sekisho.domain.report.decision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.report.severity.CvssSeverity;
import org.sekisho.domain.report.severity.Exploitation;

/**
 * What a table may ask about a report. What nobody has said yet counts as the ordinary case, not as the worst: a table only ever raises a
 * tier, and if every unassessed finding were critical, nobody would see the critical ones. An unknown severity counts as high.
 *
 * @param severity by a score, or as the source states it
 */
public record ReportFacts(
        Optional<CvssSeverity> severity,
        ExploitationStage exploitation,
        Optional<Exposure> exposure,
        Optional<Boolean> automatable,
        Optional<ServiceImportance> service,
        Optional<InstitutionsAffected> institutions) {

    private static final CvssSeverity UNKNOWN = CvssSeverity.HIGH;

    /** A thing that a table may ask. The names are the keys of inputs. */
    public enum Key {
        SEVERITY,
        EXPLOITATION,
        EXPOSURE,
        AUTOMATABLE,
        SERVICE,
        INSTITUTIONS
    }

    /** What is known on arrival: how grave the source or the score says it is, and what the published lists say. */
    public static ReportFacts onArrival(Optional<CvssSeverity> severity, Exploitation lists) {
        return new ReportFacts(
                severity,
                ExploitationStage.of(lists),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with what people said of its surroundings. */
    public ReportFacts assessed(Assessment said) {
        return new ReportFacts(
                severity, exploitation, said.exposure(), automatable, said.service(), said.institutions());
    }

    /** The same, as grave as this where it is less grave: what a later file says counts, as far as it is worse. */
    public ReportFacts atLeast(Optional<CvssSeverity> graver) {
        Optional<CvssSeverity> known = graver.filter(each -> each.compareTo(severity.orElse(UNKNOWN)) > 0)
                .or(() -> severity);
        return new ReportFacts(known, exploitation, exposure, automatable, service, institutions);
    }

    /** By the keys of inputs, each with the key of a value. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Key.SEVERITY.name(), severityKey());
        values.put(Key.EXPLOITATION.name(), exploitation.name());
        values.put(Key.EXPOSURE.name(), exposure.orElse(Exposure.INTERNAL).name());
        values.put(Key.AUTOMATABLE.name(), automatable.orElse(true) ? "YES" : "NO");
        values.put(
                Key.SERVICE.name(), service.orElse(ServiceImportance.IMPORTANT).name());
        values.put(
                Key.INSTITUTIONS.name(),
                institutions.orElse(InstitutionsAffected.ONE).name());
        return values;
    }

    /** A score of 0.0 is a finding all the same, so it counts as low. */
    private String severityKey() {
        CvssSeverity known = severity.orElse(UNKNOWN);
        return (known == CvssSeverity.NONE ? CvssSeverity.LOW : known).name();
    }
}
