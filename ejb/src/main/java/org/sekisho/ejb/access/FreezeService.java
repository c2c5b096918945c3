package org.sekisho.ejb.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.agreement.freeze.Freeze;
import org.sekisho.domain.agreement.freeze.FreezeDirectory;
import org.sekisho.domain.agreement.freeze.FreezeError;
import org.sekisho.domain.agreement.freeze.FreezeFilter;
import org.sekisho.domain.agreement.freeze.FreezeKind;
import org.sekisho.domain.agreement.freeze.FreezeRow;
import org.sekisho.domain.agreement.freeze.FreezeScope;
import org.sekisho.domain.agreement.freeze.FreezeState;
import org.sekisho.domain.agreement.freeze.Freezes;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Stopping at once, by one person; and lifting, by two. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class FreezeService {

    @Inject
    private CurrentAct act;

    @Inject
    private Freezes freezes;

    @Inject
    private FreezeDirectory directory;

    @Inject
    private FreezeScopes scopes;

    /**
     * Freezes what is named. It stops at once.
     *
     * @return the id of the freeze
     * @throws Refusal with a {@link FreezeError}, or {@link SharedError#NOT_FOUND}; a person of another organisation whom the actor may
     *     not freeze isn't found
     */
    @Permission("freeze:declare")
    public UUID freeze(DeclareFreeze command) {
        FreezeScope scope = scopes.of(command);
        Freeze freeze = declare(command, scope);
        freezes.add(freeze);
        act.happened(freeze.frozen());
        return freeze.id();
    }

    /**
     * Agrees to lift a freeze: the first of two calls records it, the second, by a person of the other side, lifts.
     *
     * @return the state afterwards
     * @throws Refusal with a {@link FreezeError}, or {@link SharedError#NOT_FOUND}
     */
    @Permission("freeze:lift")
    public FreezeState lift(@About("freeze") UUID id, String reason) {
        if (directory.find(id).isEmpty()) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        // Who sees it but is on neither side doesn't get the lock.
        Freeze freeze = freezes.find(id).orElseThrow(() -> new Refusal(FreezeError.MAY_NOT_LIFT));
        act.happened(freeze.lift(act.actor(), reason, freezes.concern(freeze.scope()), act.now()));
        return freeze.state();
    }

    /** Freezes that the actor may see. */
    @Permission(value = "freeze:read", recorded = Recorded.REFUSALS)
    public Page<FreezeRow> freezes(FreezeFilter filter, PageRequest page) {
        return directory.list(filter, page);
    }

    /** One freeze. */
    @Permission(value = "freeze:read", recorded = Recorded.REFUSALS)
    public FreezeRow find(@About("freeze") UUID id) {
        return directory.find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    private Freeze declare(DeclareFreeze command, FreezeScope scope) {
        try {
            return new Freeze(act.actor(), scope, command.reason(), freezes.concern(scope), act.now());
        } catch (Refusal refusal) {
            boolean tells = scope.kind() != FreezeKind.PERSON || refusal.code() != FreezeError.NOT_ELIGIBLE;
            throw tells ? refusal : Refusal.of(SharedError.NOT_FOUND, "field", "person");
        }
    }
}
