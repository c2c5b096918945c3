package org.sekisho.domain.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.NamedTables;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.TablesClause;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;

/**
 * How one version comes to be signed: its content is fixed, each party's internal approval is recorded for that very hash, and each
 * party's signatory signs it. Doing nothing never approves or signs.
 */
public final class Signing {

    /**
     * Without these nobody can sign. A missing clause permits nothing, so the others may be missing; but without a term nothing begins
     * or ends, and audits and playbooks are mandatory in every agreement, not a permission that one can do without.
     */
    public static final Set<ClauseKind> NEEDED = EnumSet.of(ClauseKind.GENERAL, ClauseKind.AUDIT, ClauseKind.PLAYBOOKS);

    private final AgreementVersion version;
    private final List<InternalApproval> approvals;
    private final List<Signature> signatures;

    Signing(AgreementVersion version, List<InternalApproval> approvals, List<Signature> signatures) {
        this.version = version;
        this.approvals = approvals;
        this.signatures = signatures;
    }

    /**
     * Fixes the content and opens signing. A round that is still open is closed with it, which deems nothing agreed.
     *
     * @param governsFrom the first day on which the version governs, within its term; empty = the first day of the term
     * @param tables what is known of the tables that the clause names: from here on each of them has to be able to govern
     */
    public DomainEvent open(Actor actor, Optional<LocalDate> governsFrom, NamedTables tables, Instant now) {
        PartyRules.requireCoordinator(version.agreement(), actor);
        version.requireState(VersionState.NEGOTIATION);
        version.negotiation().requireNoneUndecided();
        version.negotiation().requireNothingToTakeUp();
        for (ClauseKind kind : NEEDED) {
            Checks.check(version.clause(kind).isPresent(), AgreementError.CLAUSE_NEEDED, Map.of("clause", kind.name()));
        }
        version.clause(ClauseKind.TABLES).map(TablesClause.class::cast).ifPresent(named -> named.requireFit(tables));
        Term term = version.requireTerm();
        term.requireNotOver(now);
        LocalDate from = governsFrom.orElse(term.firstDay());
        term.requireWithin(from);
        Round round = version.requireRound();
        if (round.closedAt().isEmpty()) {
            round.close(now);
        }
        version.freeze(from, now);
        version.agreement().follow();
        return version.event("agreement.signing-opened")
                .with("hash", version.requireContentHash())
                .with("from", from)
                .build();
    }

    /**
     * A party begins its internal approval of the fixed content.
     *
     * @param levels whose offices decide, in order
     */
    public DomainEvent planApproval(Actor actor, List<String> levels, Instant now) {
        AgreementParty party = PartyRules.requireNegotiator(version, actor);
        version.requireState(VersionState.SIGNING);
        List<InternalApproval> earlier = approvalsOf(party.organisation());
        Checks.check(
                earlier.stream().allMatch(approval -> approval.state() == ApprovalState.RETURNED),
                AgreementError.APPROVAL_EXISTS);
        InternalApproval approval = new InternalApproval(
                version,
                party.organisation(),
                earlier.size() + 1,
                version.requireContentHash(),
                levels,
                actor.requirePerson(),
                now);
        approvals.add(approval);
        return event("agreement.approval-planned", party)
                .with("attempt", approval.attempt())
                .with("levels", levels.size())
                .build();
    }

    /** A party records what the next level of its internal approval decided. */
    public DomainEvent recordApproval(Actor actor, LevelDecision decision, Instant now) {
        AgreementParty party = PartyRules.requireNegotiator(version, actor);
        version.requireState(VersionState.SIGNING);
        List<InternalApproval> own = approvalsOf(party.organisation());
        Checks.check(!own.isEmpty(), AgreementError.APPROVAL_NEEDED);
        InternalApproval approval = own.get(own.size() - 1);
        approval.record(decision, actor.requirePerson(), now);
        return event("agreement.approval-recorded", party)
                .with("attempt", approval.attempt())
                .with("level", decision.level())
                .with("decision", decision.approved() ? "approved" : "returned")
                .with("state", approval.state())
                .with("number", approval.decisionNumber().orElse(null))
                .personal("name", decision.name())
                .personal("remark", decision.remark())
                .build();
    }

    /**
     * A party signs in the portal.
     *
     * @param authority the signatory's authority on file
     * @param hash what the signatory was shown and signs, in hexadecimal
     */
    public DomainEvent sign(
            Actor actor, SigningAuthority authority, String hash, Reauthentication credentials, Instant now) {
        AgreementParty party = PartyRules.requireSignatory(version, actor);
        UUID signer = actor.requirePerson();
        requireSignable(party, authority, hash, now);
        Checks.check(authority.person().filter(signer::equals).isPresent(), AgreementError.AUTHORITY_NEEDED);
        requireSignsForNoOther(party, signer);
        SignatureMethod method = credentials.method(signer, now);
        signatures.add(Signature.inPortal(version, authority, method, signer, now));
        settle(party, now);
        return event("agreement.signed", party)
                .with("hash", hash)
                .with("method", method)
                .with("factors", credentials.factors().stream().map(Enum::name).toList())
                .with("authority", authority.id())
                .with("state", version.state())
                .build();
    }

    /** A party puts on file what it signed outside. It binds once the coordinator and the party have confirmed that it matches. */
    public DomainEvent attach(Actor actor, SigningAuthority authority, OutsideSignature outside, Instant now) {
        AgreementParty party = PartyRules.requireNegotiator(version, actor);
        requireSignable(party, authority, outside.contentHash(), now);
        authority.person().ifPresent(signer -> requireSignsForNoOther(party, signer));
        Checks.check(
                !outside.signedOn().isAfter(Days.of(now)),
                AgreementError.DAY_IN_FUTURE,
                Map.of("day", outside.signedOn()));
        signatures.add(Signature.outside(version, authority, outside, actor.requirePerson(), now));
        return event("agreement.signature-attached", party)
                .with("hash", outside.contentHash())
                .with("file", outside.fileHash())
                .with("method", outside.method())
                .with("authority", authority.id())
                .build();
    }

    /**
     * One side confirms that the attached file is the fixed content, signed: the coordinator, or a signatory of that party. The two are
     * two people.
     *
     * @param fileHash SHA-256 of the file that was looked at
     */
    public DomainEvent confirm(Actor actor, UUID organisation, String fileHash, Instant now) {
        AgreementParty party = version.requireParty(organisation);
        Signature signature = requireStanding(party);
        Checks.check(signature.fileHash().filter(fileHash::equals).isPresent(), AgreementError.HASH_DIFFERS);
        UUID who = actor.requirePerson();
        boolean asCoordinator = PartyRules.isCoordinator(version.agreement(), actor)
                && !(party.role() == PartyRole.SECRETARIAT
                        && signature.coordinator().isPresent());
        if (asCoordinator) {
            signature.confirmByCoordinator(who, now);
        } else {
            requireOwn(party, actor);
            signature.confirmByParty(who, now);
        }
        if (signature.state() == SignatureState.IN_EFFECT) {
            settle(party, now);
        }
        return event("agreement.signature-confirmed", party)
                .with("file", fileHash)
                .with("side", asCoordinator ? "coordinator" : "party")
                .with("binds", signature.state() == SignatureState.IN_EFFECT ? "yes" : "no")
                .with("state", version.state())
                .build();
    }

    /** The coordinator or the party finds that the attached file doesn't match. */
    public DomainEvent reject(Actor actor, UUID organisation, String reason, Instant now) {
        AgreementParty party = version.requireParty(organisation);
        if (!PartyRules.isCoordinator(version.agreement(), actor)) {
            requireOwn(party, actor);
        }
        requireStanding(party).end(SignatureState.REJECTED, reason, now);
        return event("agreement.signature-rejected", party)
                .personal("reason", reason)
                .build();
    }

    private void requireOwn(AgreementParty party, Actor actor) {
        AgreementParty own = PartyRules.requireNegotiator(version, actor);
        Checks.check(own.organisation().equals(party.organisation()), AgreementError.CONFIRMATION_NOT_YOURS);
    }

    /**
     * A party withdraws its signature. Before the version governs it is back in signing; where it governs, the agreement is suspended
     * until that party signs the same hash again.
     */
    public DomainEvent withdraw(Actor actor, String reason, Instant now) {
        AgreementParty party = PartyRules.requireSignatory(version, actor);
        Checks.check(
                version.state().isFrozen(),
                AgreementError.VERSION_WRONG_STATE,
                Map.of("state", version.state().name()));
        requireStanding(party).end(SignatureState.WITHDRAWN, reason, now);
        Agreement agreement = version.agreement();
        if (version.state() == VersionState.SIGNED) {
            version.moveTo(VersionState.SIGNING);
            agreement.follow();
        } else if (version.state() == VersionState.GOVERNING) {
            agreement.standing().signatureWithdrawn(party, actor, reason, now);
        }
        return event("agreement.signature-withdrawn", party)
                .with("hash", version.requireContentHash())
                .with("state", agreement.state())
                .personal("reason", reason)
                .build();
    }

    /** The parties whose signature is missing, in the order of the document. */
    public List<AgreementParty> missing() {
        return version.parties().stream()
                .filter(party -> standing(party)
                        .filter(signature -> signature.state() == SignatureState.IN_EFFECT)
                        .isEmpty())
                .toList();
    }

    /** Whether the party's internal approval of the fixed content is complete. */
    public boolean isApproved(UUID organisation) {
        return version.contentHash()
                .filter(hash -> approvalsOf(organisation).stream().anyMatch(approval -> approval.covers(hash)))
                .isPresent();
    }

    private void requireSignable(AgreementParty party, SigningAuthority authority, String hash, Instant now) {
        boolean open = version.state() == VersionState.SIGNING || version.state() == VersionState.GOVERNING;
        Checks.check(
                open,
                AgreementError.VERSION_WRONG_STATE,
                Map.of("state", version.state().name()));
        version.requireTerm().requireNotOver(now);
        Checks.check(hash.equals(version.requireContentHash()), AgreementError.HASH_DIFFERS);
        Checks.check(standing(party).isEmpty(), AgreementError.ALREADY_SIGNED);
        Checks.check(isApproved(party.organisation()), AgreementError.APPROVAL_NEEDED);
        Checks.check(authority.counts(party.organisation(), now), AgreementError.AUTHORITY_NEEDED);
    }

    private void requireSignsForNoOther(AgreementParty party, UUID signer) {
        Checks.check(
                signatures.stream()
                        .filter(Signature::stands)
                        .filter(signature -> !signature.organisation().equals(party.organisation()))
                        .noneMatch(signature ->
                                signature.person().filter(signer::equals).isPresent()),
                AgreementError.SIGNED_FOR_OTHER_PARTY);
    }

    /** Draws the consequences of a signature that has come to bind. */
    private void settle(AgreementParty party, Instant now) {
        if (version.state() == VersionState.GOVERNING) {
            version.agreement().standing().signedAgain(party, now);
        } else if (missing().isEmpty()) {
            version.moveTo(VersionState.SIGNED);
            version.agreement().follow();
        }
    }

    private Signature requireStanding(AgreementParty party) {
        return standing(party).orElseThrow(() -> new Refusal(AgreementError.NOT_SIGNED));
    }

    private Optional<Signature> standing(AgreementParty party) {
        return signatures.stream()
                .filter(Signature::stands)
                .filter(signature -> signature.organisation().equals(party.organisation()))
                .findFirst();
    }

    private List<InternalApproval> approvalsOf(UUID organisation) {
        return approvals.stream()
                .filter(approval -> approval.organisation().equals(organisation))
                .toList();
    }

    private DomainEvent.Builder event(String name, AgreementParty party) {
        return version.event(name).with("party", party.organisation());
    }
}
