package org.sekisho.ejb.agreement;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.Agreement;
import org.sekisho.domain.agreement.AgreementVersion;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.NewParty;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.NamedTables;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCases;

/** Drafting by the coordinator: agreements, parties, clauses, and new versions. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class DraftingService {

    private static final String AGREEMENT = "agreement";

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private NamedTables tables;

    @Inject
    private Organisations organisations;

    /**
     * Begins an agreement with a first version to draft.
     *
     * @return its id
     */
    @Permission("agreement:draft")
    public UUID draft(DraftAgreement command) {
        UUID secretariat = act.actor().organisation().orElseThrow();
        List<NewParty> parties = new ArrayList<>();
        parties.add(party(command.institution(), PartyRole.INSTITUTION_RECEIVING));
        parties.add(party(command.provider(), PartyRole.PROVIDER));
        parties.add(party(secretariat, PartyRole.SECRETARIAT));
        command.acceding().forEach(each -> parties.add(party(each, PartyRole.ACCEDING)));
        String number = agreements.nextNumber(Days.of(act.now()).getYear());
        Agreement agreement = new Agreement(act.actor(), number, command.title(), parties, act.now());
        command.clauses().forEach(clause -> agreement.latest().putClause(act.actor(), clause, tables));
        agreements.add(agreement);
        act.happened(agreement.drafted());
        return agreement.id();
    }

    /** Changes title, parties and clauses of the draft in one act. */
    @Permission("agreement:draft")
    public void edit(EditDraft command) {
        Agreement agreement = agreements.requireLocked(command.agreement());
        boolean current =
                command.version().filter(read -> read != agreement.version()).isEmpty();
        Checks.check(current, SharedError.CHANGED_MEANWHILE);
        command.title().ifPresent(title -> act.happened(agreement.retitle(act.actor(), title)));
        command.leaving().forEach(each -> act.happened(agreement.parties().leaveOut(act.actor(), each)));
        command.acceding()
                .forEach(
                        each -> act.happened(agreement.parties().accede(act.actor(), party(each, PartyRole.ACCEDING))));
        AgreementVersion draft = agreement.latest();
        command.written().forEach(clause -> draft.putClause(act.actor(), clause, tables));
        command.dropped().forEach(kind -> draft.removeClause(act.actor(), kind));
        if (!command.written().isEmpty() || !command.dropped().isEmpty()) {
            act.happened(DomainEvent.of("agreement.clauses-edited", AGREEMENT, agreement.id())
                    .with("version", draft.number())
                    .with(
                            "written",
                            names(command.written().stream().map(Clause::kind).toList()))
                    .with("dropped", names(List.copyOf(command.dropped())))
                    .build());
        }
    }

    /** Gives the agreement another title. */
    @Permission("agreement:draft")
    public void retitle(@About(AGREEMENT) UUID agreement, Words title) {
        act.happened(agreements.requireLocked(agreement).retitle(act.actor(), title));
    }

    /**
     * Writes a clause of the draft, in place of the one of its kind.
     *
     * @param read the hash of the clause as the writer read it, to be refused when somebody else wrote it meanwhile; empty doesn't check
     */
    @Permission("agreement:draft")
    public void writeClause(@About(AGREEMENT) UUID agreement, Clause clause, Optional<String> read) {
        AgreementVersion draft = agreements.requireLocked(agreement).latest();
        read.ifPresent(hash -> draft.requireUnchanged(clause.kind(), hash));
        act.happened(draft.putClause(act.actor(), clause, tables));
    }

    /**
     * Drops a clause of the draft.
     *
     * @param read as for {@link #writeClause}
     */
    @Permission("agreement:draft")
    public void dropClause(@About(AGREEMENT) UUID agreement, ClauseKind kind, Optional<String> read) {
        AgreementVersion draft = agreements.requireLocked(agreement).latest();
        read.ifPresent(hash -> draft.requireUnchanged(kind, hash));
        act.happened(draft.removeClause(act.actor(), kind));
    }

    /**
     * Begins an amendment: a new version beside the one that governs, or after one that was given up.
     *
     * @param basedOn the number of the version whose clauses it begins with
     * @return the new version's number
     */
    @Permission("agreement:draft")
    public int amend(@About(AGREEMENT) UUID agreement, int basedOn) {
        Agreement found = agreements.requireLocked(agreement);
        act.happened(found.amend(act.actor(), basedOn, act.now()));
        return found.latest().number();
    }

    /** Gives up the version in preparation. */
    @Permission("agreement:draft")
    public void giveUp(@About(AGREEMENT) UUID agreement, String reason) {
        act.happened(agreements.requireLocked(agreement).latest().withdraw(act.actor(), reason, act.now()));
    }

    private NewParty party(UUID id, PartyRole role) {
        Organisation organisation = organisations.require(id);
        organisation.requireActive();
        Words name = new Words(organisation.name().en(), organisation.name().ja());
        return new NewParty(id, organisation.kind(), role, name);
    }

    private static List<String> names(List<ClauseKind> kinds) {
        return kinds.stream().map(Enum::name).sorted().toList();
    }
}
