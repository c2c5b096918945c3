package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.environment.AttestationFilter;
import org.sekisho.domain.agreement.environment.AttestationRow;
import org.sekisho.domain.agreement.environment.AttestationState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.access.EnvironmentService;
import org.sekisho.web.agreement.AgreementPage;
import org.sekisho.web.agreement.AgreementWords;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** Every attestation that was ever proposed for the environments of an agreement. */
@Named
@RequestScoped
public class AttestationsCard {

    private static final Csv<AttestationRow> CSV = new Csv<AttestationRow>()
            .with("agreement", AttestationRow::agreementNumber)
            .with("environment", AttestationRow::environment)
            .with("attested_by", AttestationRow::attestedByName)
            .with("document", AttestationRow::documentReference)
            .with("document_sha256", AttestationRow::documentHash)
            .with("first_day", AttestationRow::firstDay)
            .with("valid_until", AttestationRow::validUntil)
            .with("state", AttestationRow::state)
            .with("proposed_by", AttestationRow::proposedByName)
            .with("proposed_at", AttestationRow::proposedAt)
            .with("decided_at", AttestationRow::decidedAt)
            .with("reason", AttestationRow::reason);

    @Inject
    private AgreementPage page;

    @Inject
    private EnvironmentsTab tab;

    @Inject
    private EnvironmentService environments;

    @Inject
    private AgreementWords words;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<AttestationRow> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request,
                    List.of("id", "agreement", "tab"),
                    List.of("environment", "state"),
                    List.of("environment", "attestedBy", "proposed", "validUntil", "state"));
        }
        return list;
    }

    public Page<AttestationRow> getRows() {
        if (rows == null) {
            rows = environments.attestations(filter(), getList().page());
        }
        return rows;
    }

    /** The environments that the agreement names now. */
    public List<Choice> getEnvironments() {
        return tab.getEnvironments().stream()
                .map(each -> new Choice(each.code(), words.in(each.name())))
                .toList();
    }

    public List<Choice> getStates() {
        return say.choices("attestation-state", Arrays.stream(AttestationState.values()));
    }

    void download() {
        CSV.send(
                "attestations-" + page.getRow().number(),
                after -> environments.attestations(filter(), getList().wholeAfter(after)));
    }

    private AttestationFilter filter() {
        return new AttestationFilter(
                Optional.of(page.getId()),
                getList().value("environment"),
                getList().choice("state", AttestationState.class).map(Set::of).orElse(Set.of()),
                Optional.empty());
    }
}
