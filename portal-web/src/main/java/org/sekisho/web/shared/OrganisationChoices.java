package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.ejb.party.OrganisationService;

/** The organisations that the reader may see, as choices of a filter. */
@Named
@RequestScoped
public class OrganisationChoices {

    @Inject
    private OrganisationService organisations;

    @Inject
    private Say say;

    private @Nullable List<Choice> all;

    public List<Choice> getAll() {
        if (all == null) {
            all = organisations.choices().stream()
                    .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                    .toList();
        }
        return all;
    }
}
