package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.AgreementFilter;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.agreement.AgreementWords;
import org.sekisho.web.shared.Choice;

/** The agreements of which a version governs, as choices of a form or a filter. */
@RequestScoped
class GovernedAgreements {

    @Inject
    private AgreementService agreements;

    @Inject
    private AgreementWords words;

    private @Nullable List<Choice> choices;

    List<Choice> choices() {
        if (choices == null) {
            AgreementFilter governed = new AgreementFilter(
                    Set.of(AgreementState.IN_FORCE, AgreementState.SUSPENDED),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            PageRequest most = PageRequest.most();
            choices = agreements.list(governed, most).items().stream()
                    .map(each -> new Choice(each.id().toString(), each.number() + " " + words.in(each.title())))
                    .toList();
        }
        return choices;
    }
}
