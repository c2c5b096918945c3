package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.AgreementFilter;
import org.sekisho.domain.agreement.AgreementRow;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.agreement.AgreementWords;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Me;

/** Agreements under which there can be reports, as choices of a form or a filter. */
@RequestScoped
public class ReportAgreements {

    @Inject
    private AgreementService agreements;

    @Inject
    private AgreementWords words;

    @Inject
    private Me me;

    private @Nullable List<AgreementRow> rows;

    /** Those of which a version governs or did. */
    List<Choice> governing() {
        return rows().stream().map(this::choice).toList();
    }

    /** Those by which the person's own institution receives access. */
    List<Choice> receiving() {
        UUID own = me.getAccount().organisation();
        return rows().stream()
                .filter(row -> row.parties().stream()
                        .anyMatch(party ->
                                party.organisation().equals(own) && party.role() == PartyRole.INSTITUTION_RECEIVING))
                .map(this::choice)
                .toList();
    }

    private List<AgreementRow> rows() {
        if (rows == null) {
            AgreementFilter governed = new AgreementFilter(
                    Set.of(AgreementState.IN_FORCE, AgreementState.SUSPENDED),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            rows = agreements.list(governed, PageRequest.most()).items();
        }
        return rows;
    }

    private Choice choice(AgreementRow row) {
        return new Choice(row.id().toString(), row.number() + " " + words.in(row.title()));
    }
}
