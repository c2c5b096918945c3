package org.sekisho.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.ejb.report.intake.IntakeService;
import org.sekisho.ejb.report.intake.IntakeTarget;
import org.sekisho.web.agreement.AgreementWords;
import org.sekisho.web.shared.Choice;

/** Where findings may come from, as choices of a form: the agreements under which the person has access, and their environments. */
@Named
@RequestScoped
public class IntakeTargets {

    @Inject
    private IntakeService intakes;

    @Inject
    private AgreementWords words;

    private @Nullable List<IntakeTarget> all;

    public List<IntakeTarget> getAll() {
        if (all == null) {
            all = intakes.targets();
        }
        return all;
    }

    public List<Choice> getAgreements() {
        return getAll().stream()
                .map(each -> new Choice(each.agreement().toString(), each.number()))
                .toList();
    }

    /** The environments, with the agreement's number where there are several. */
    public List<Choice> getEnvironments() {
        List<Choice> environments = new ArrayList<>();
        for (IntakeTarget target : getAll()) {
            String before = getAll().size() == 1 ? "" : target.number() + ": ";
            target.environments()
                    .forEach(each -> environments.add(new Choice(each.code(), before + words.in(each.name()))));
        }
        return environments;
    }
}
