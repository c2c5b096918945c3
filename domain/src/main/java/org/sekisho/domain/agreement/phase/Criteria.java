package org.sekisho.domain.agreement.phase;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;

/** The criteria of one evaluation, taken together. */
record Criteria(List<PhaseCriterion> all) {

    /** The one with this code, whose values come this way. */
    PhaseCriterion require(String code, CriterionSource source) {
        PhaseCriterion criterion = all.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of(PhaseError.CRITERION_UNKNOWN, "criterion", code));
        Checks.check(criterion.source() == source, PhaseError.OTHER_MEASUREMENT, Map.of("criterion", code));
        return criterion;
    }

    /** SHA-256, in hexadecimal, of the RFC 8785 JSON of all with their values, in the order of their codes. */
    String hash() {
        JsonArray values = JsonArray.of(all.stream()
                .sorted(Comparator.comparing(PhaseCriterion::code))
                .map(PhaseCriterion::json)
                .toList());
        return Sha256.hex(CanonicalJson.write(values));
    }

    /** Codes of those without a value, or with one that isn't enough. */
    List<String> unmet() {
        return all.stream()
                .filter(criterion -> !criterion.isMet())
                .map(PhaseCriterion::code)
                .toList();
    }
}
