package org.sekisho.domain.agreement.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.agreement.clause.EnvironmentsClause;
import org.sekisho.domain.agreement.clause.EnvironmentsClause.ApprovedEnvironment;
import org.sekisho.domain.agreement.environment.AttestationState;
import org.sekisho.domain.shared.Days;

/**
 * Whether the act comes from an environment of the clause whose attestation is approved and current. For an act the environment
 * follows from the client's address, and a named one only narrows.
 */
final class EnvironmentCheck {

    private static final Condition CONDITION = Condition.ENVIRONMENT_APPROVED;

    private EnvironmentCheck() {}

    static Reason environmentApproved(AccessRequest request, AccessFacts facts) {
        if (facts.agreement().isEmpty()) {
            return Reason.unknown(CONDITION);
        }
        Optional<EnvironmentsClause> clause = facts.agreement().get().clause(EnvironmentsClause.class);
        if (clause.isEmpty()) {
            return Reason.clauseMissing(CONDITION);
        }
        if (facts.attestations().isEmpty()) {
            return Reason.unknown(CONDITION);
        }
        List<ApprovedEnvironment> candidates = new ArrayList<>(clause.get().environments());
        request.environment()
                .ifPresent(code ->
                        candidates.removeIf(candidate -> !candidate.code().equals(code)));
        if (candidates.isEmpty()) {
            return elsewhere(
                    Phrase.of(
                            FoundCode.ENVIRONMENT_NOT_IN_CLAUSE,
                            "environment",
                            request.environment().orElse("")),
                    clause.get().environments());
        }
        if (request.clientAddress().isEmpty() && request.isAct()) {
            return elsewhere(Phrase.of(FoundCode.ADDRESS_NOT_KNOWN), candidates);
        }
        List<ApprovedEnvironment> named = List.copyOf(candidates);
        request.clientAddress().ifPresent(address -> candidates.removeIf(candidate -> !candidate.contains(address)));
        if (candidates.isEmpty()) {
            return elsewhere(outside(request, named), named);
        }
        return anyOf(candidates, facts.attestations().get(), facts.today());
    }

    private static Phrase outside(AccessRequest request, List<ApprovedEnvironment> named) {
        String address = request.clientAddress().orElse("");
        return request.environment().isPresent()
                ? Phrase.of(
                        FoundCode.ADDRESS_OUTSIDE_ENVIRONMENT,
                        Map.of("address", address, "environment", named.get(0).name()))
                : Phrase.of(FoundCode.ADDRESS_OUTSIDE, "address", address);
    }

    private static Reason elsewhere(Phrase found, List<ApprovedEnvironment> environments) {
        return Reason.fails(
                CONDITION,
                found,
                Phrase.of(
                        RemedyCode.USE_ENVIRONMENT,
                        "environments",
                        environments.stream().map(ApprovedEnvironment::name).toList()));
    }

    private static Reason anyOf(
            List<ApprovedEnvironment> candidates, List<AttestationFact> attestations, LocalDate today) {
        List<Reason> each = candidates.stream()
                .map(candidate -> attested(candidate, attestations, today))
                .toList();
        List<Reason> current = each.stream().filter(Reason::satisfied).toList();
        List<Reason> shown = current.isEmpty() ? each : current;
        List<Phrase> found =
                shown.stream().flatMap(reason -> reason.found().stream()).toList();
        List<Phrase> remedies =
                shown.stream().flatMap(reason -> reason.remedies().stream()).toList();
        return current.stream()
                .flatMap(reason -> reason.lapsesAt().stream())
                .max(Comparator.naturalOrder())
                .map(lapse -> Reason.holdsUntil(CONDITION, found, remedies, lapse))
                .orElseGet(() -> Reason.fails(CONDITION, found, remedies));
    }

    /** Whether one environment is approved today. */
    static Reason attested(ApprovedEnvironment environment, List<AttestationFact> attestations, LocalDate today) {
        List<AttestationFact> own = attestations.stream()
                .filter(attestation -> attestation.environment().equals(environment.code()))
                .toList();
        List<Period> periods = own.stream()
                .filter(attestation -> attestation.state() == AttestationState.APPROVED
                        && attestation.attestedByKind() == environment.attestedBy())
                .map(attestation -> period(environment, attestation))
                .toList();
        Phrase renew = Phrase.of(RemedyCode.ATTEST_ENVIRONMENT, "environment", environment.name());
        return Period.coveredUntil(periods, today)
                .map(until -> Reason.holdsUntil(
                        CONDITION,
                        List.of(Phrase.of(
                                FoundCode.ENVIRONMENT_APPROVED,
                                Map.of("environment", environment.name(), "until", until))),
                        List.of(renew),
                        Days.endOf(until)))
                .orElseGet(() -> notAttested(environment, own, renew, today));
    }

    /** For how long an attestation counts: until its own last day, and never longer than the clause lets it. */
    private static Period period(ApprovedEnvironment environment, AttestationFact attestation) {
        return new Period(attestation.firstDay(), attestation.validUntil())
                .atMost(Period.ofDays(attestation.firstDay(), environment.attestationDays()));
    }

    /** Says of the attestation that came nearest why it isn't current. */
    private static Reason notAttested(
            ApprovedEnvironment environment, List<AttestationFact> own, Phrase renew, LocalDate today) {
        Optional<AttestationFact> nearest = own.stream()
                .min(Comparator.comparing((AttestationFact attestation) -> rank(attestation, today))
                        .thenComparing(AttestationFact::validUntil, Comparator.reverseOrder()));
        if (nearest.isEmpty()) {
            return Reason.fails(
                    CONDITION, Phrase.of(FoundCode.ATTESTATION_NONE, "environment", environment.name()), renew);
        }
        return switch (nearest.get().state()) {
            case APPROVED -> approvedButNotCurrent(environment, nearest.get(), renew, today);
            case PROPOSED -> Reason.fails(
                    CONDITION,
                    Phrase.of(FoundCode.ATTESTATION_NOT_APPROVED, "environment", environment.name()),
                    Phrase.of(RemedyCode.APPROVE_ATTESTATION, "environment", environment.name()));
            case WITHDRAWN -> Reason.fails(
                    CONDITION, Phrase.of(FoundCode.ATTESTATION_WITHDRAWN, "environment", environment.name()), renew);
            case DECLINED -> Reason.fails(
                    CONDITION, Phrase.of(FoundCode.ATTESTATION_DECLINED, "environment", environment.name()), renew);
        };
    }

    private static Reason approvedButNotCurrent(
            ApprovedEnvironment environment, AttestationFact attestation, Phrase renew, LocalDate today) {
        if (attestation.attestedByKind() != environment.attestedBy()) {
            return Reason.fails(
                    CONDITION,
                    Phrase.of(
                            FoundCode.ATTESTED_BY_OTHER_KIND,
                            Map.of("environment", environment.name(), "kind", environment.attestedBy())),
                    renew);
        }
        Period period = period(environment, attestation);
        return today.isBefore(period.first())
                ? Reason.fails(
                        CONDITION,
                        Phrase.of(
                                FoundCode.ATTESTATION_NOT_BEGUN,
                                Map.of("environment", environment.name(), "day", period.first())),
                        Phrase.of(RemedyCode.WAIT_UNTIL_DAY, "day", period.first()))
                : Reason.fails(
                        CONDITION,
                        Phrase.of(
                                FoundCode.ATTESTATION_OVER,
                                Map.of("environment", environment.name(), "day", period.last())),
                        renew);
    }

    private static int rank(AttestationFact attestation, LocalDate today) {
        return switch (attestation.state()) {
            case APPROVED -> today.isBefore(attestation.firstDay()) ? 0 : 2;
            case PROPOSED -> 1;
            case WITHDRAWN -> 3;
            case DECLINED -> 4;
        };
    }
}
