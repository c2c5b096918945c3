package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sekisho.domain.agreement.AgreementView;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.AgreementService;

/** Finds the agreement that an address names, and answers with one. */
@RequestScoped
public class AgreementNames {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Inject
    private AgreementService agreements;

    @Inject
    private Once once;

    /** The id that an id or number stands for; an id isn't looked up. */
    UUID id(String name) {
        if (ID.matcher(name).matches()) {
            return UUID.fromString(name);
        }
        if (name.startsWith("AGR-")) {
            return agreements.findByNumber(name);
        }
        throw new Refusal(SharedError.NOT_FOUND);
    }

    /** The agreement as it is now. */
    AgreementAnswer answer(UUID id) {
        AgreementView view = agreements.one(id);
        return AgreementAnswer.of(view, agreements.version(id, view.row().latest()));
    }

    /** Does one act under its Idempotency-Key and answers with the agreement as it is then. */
    Response act(UUID id, Runnable verb) {
        return once.answer(verb, () -> Answer.ok(answer(id)));
    }

    /** The number of the newest version. */
    int latest(UUID id) {
        return agreements.one(id).row().latest();
    }
}
