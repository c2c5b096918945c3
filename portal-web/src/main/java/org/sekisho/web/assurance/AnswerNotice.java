package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.agreement.access.Reason;
import org.sekisho.ejb.assurance.RequestService;
import org.sekisho.web.shared.Me;

/** Tells whoever would answer auditors, before they try, what the agreement has against it and what restores it. */
@Named
@RequestScoped
public class AnswerNotice {

    @Inject
    private RequestService requests;

    @Inject
    private Me me;

    private final Map<UUID, List<Reason>> known = new HashMap<>();

    /** What stands against it; nothing for those who don't answer auditors at all. */
    public List<Reason> obstacles(UUID audit) {
        return me.can("evidence:upload") ? known.computeIfAbsent(audit, requests::obstacles) : List.of();
    }
}
