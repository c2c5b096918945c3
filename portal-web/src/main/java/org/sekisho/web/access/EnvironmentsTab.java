package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.EnvironmentsClause;
import org.sekisho.domain.agreement.clause.EnvironmentsClause.ApprovedEnvironment;
import org.sekisho.domain.agreement.environment.AttestationFilter;
import org.sekisho.domain.agreement.environment.AttestationRow;
import org.sekisho.domain.agreement.environment.AttestationState;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.access.EnvironmentService;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.agreement.AgreementWords;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;

/** The environments that the agreement names, and by what each of them is attested. */
@Named
@RequestScoped
public class EnvironmentsTab {

    @Inject
    private AgreementPage page;

    @Inject
    private AgreementService agreements;

    @Inject
    private EnvironmentService environments;

    @Inject
    private AgreementWords words;

    @Inject
    private Moments moments;

    @Inject
    private Me me;

    private @Nullable List<AttestationRow> attestations;
    private @Nullable List<ApprovedEnvironment> approved;

    /** An environment, the attestation that counts or counted last, and how that stands. */
    public record Line(
            ApprovedEnvironment environment, @Nullable AttestationRow attestation, String state, String tone) {

        public boolean isAttested() {
            return attestation != null;
        }

        public boolean isBad() {
            return tone.equals("chip-bad");
        }
    }

    public List<Line> getLines() {
        return getEnvironments().stream().map(this::line).toList();
    }

    /** What the clause calls an environment; its code when the clause has it no longer. */
    public String name(String code) {
        return getEnvironments().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> words.in(each.name()))
                .orElse(code);
    }

    List<ApprovedEnvironment> getEnvironments() {
        if (approved == null) {
            approved = agreements.clauses(page.getId()).stream()
                    .filter(EnvironmentsClause.class::isInstance)
                    .flatMap(clause -> ((EnvironmentsClause) clause).environments().stream())
                    .toList();
        }
        return approved;
    }

    private Line line(ApprovedEnvironment environment) {
        LocalDate today = moments.getToday();
        Optional<AttestationRow> last = getAttestations().stream()
                .filter(each -> each.environment().equals(environment.code()))
                .max(Comparator.comparing(AttestationRow::validUntil));
        if (last.isEmpty()) {
            return new Line(environment, null, "none", "chip-bad");
        }
        AttestationRow row = last.get();
        if (row.validUntil().isBefore(today)) {
            return new Line(environment, row, "over", "chip-bad");
        }
        if (row.firstDay().isAfter(today)) {
            return new Line(environment, row, "later", "");
        }
        boolean soon = row.validUntil().isBefore(today.plusDays(14));
        return new Line(environment, row, soon ? "soon" : "attested", soon ? "chip-soon" : "chip-good");
    }

    private List<AttestationRow> getAttestations() {
        if (attestations == null) {
            PageRequest most = PageRequest.most();
            attestations = environments
                    .attestations(
                            new AttestationFilter(
                                    Optional.of(page.getId()),
                                    Optional.empty(),
                                    Set.of(AttestationState.APPROVED),
                                    Optional.empty()),
                            most)
                    .items();
        }
        return attestations;
    }

    public boolean isProposeOffered() {
        return page.isGoverned() && me.can("environment:propose");
    }

    public boolean isDecideOffered() {
        return me.can("environment:approve");
    }
}
