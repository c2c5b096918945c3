package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.AgreementFilter;
import org.sekisho.domain.agreement.AgreementRow;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.agreement.AgreementWords;
import org.sekisho.web.shared.Choice;

/** Agreements to choose from, by number and title. */
@RequestScoped
public class AgreementChoices {

    @Inject
    private AgreementService agreements;

    @Inject
    private AgreementWords words;

    private @Nullable List<AgreementRow> rows;

    /** Every agreement that the person may see, as many as a list of choices can hold. */
    public List<Choice> all() {
        return rows().stream().map(this::choice).toList();
    }

    /** Those that govern, or did: only these can be audited. */
    public List<Choice> governed() {
        return rows().stream()
                .filter(row -> row.state().hasGoverningVersion())
                .map(this::choice)
                .toList();
    }

    /** The organisation that receives access under the agreement. */
    public Optional<UUID> receiver(UUID agreement) {
        return rows().stream()
                .filter(row -> row.id().equals(agreement))
                .flatMap(row -> row.parties().stream())
                .filter(party -> party.role() == PartyRole.INSTITUTION_RECEIVING)
                .map(PartyRow::organisation)
                .findFirst();
    }

    private List<AgreementRow> rows() {
        if (rows == null) {
            PageRequest most = new PageRequest(PageRequest.MOST, Optional.empty(), Optional.of("number"), false);
            rows = agreements.list(AgreementFilter.all(), most).items();
        }
        return rows;
    }

    private Choice choice(AgreementRow row) {
        return new Choice(row.id().toString(), row.number() + " · " + words.in(row.title()));
    }
}
