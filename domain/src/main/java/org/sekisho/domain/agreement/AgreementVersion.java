package org.sekisho.domain.agreement;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.ClauseText;
import org.sekisho.domain.agreement.clause.Document;
import org.sekisho.domain.agreement.clause.DocumentHead;
import org.sekisho.domain.agreement.clause.GeneralClause;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.agreement.clause.NamedTables;
import org.sekisho.domain.agreement.clause.TablesClause;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/**
 * One version of an agreement. It is drafted, goes through one round of {@link Negotiation}, is fixed when {@link Signing} opens, waits
 * signed for its first day, and governs until a later version does. Once fixed its content never changes: what every party signs, and
 * what governs, is the one hash.
 */
@Entity
@Table(name = "agreement_version")
public class AgreementVersion {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agreement_id", nullable = false, updatable = false)
    private Agreement agreement;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "based_on", updatable = false)
    private @Nullable Integer basedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private VersionState state;

    @Column(name = "drafted_at", nullable = false, updatable = false)
    private Instant draftedAt;

    @Embedded
    private @Nullable Round round;

    @Embedded
    private @Nullable Term term;

    @Column(name = "frozen_at")
    private @Nullable Instant frozenAt;

    @Column(name = "content_hash")
    private @Nullable String contentHash;

    @OneToOne(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @JoinColumn(name = "agreement_content_id")
    private @Nullable FixedContent content;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "end_reason", nullable = false)
    private String endReason;

    @OneToMany(mappedBy = "agreementVersion", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
    private List<AgreementClause> clauses = new ArrayList<>();

    @OneToMany(mappedBy = "agreementVersion", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("madeAt, id")
    private List<ClauseComment> comments = new ArrayList<>();

    @OneToMany(mappedBy = "agreementVersion", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("madeAt, id")
    private List<ClauseProposal> proposals = new ArrayList<>();

    @OneToMany(mappedBy = "agreementVersion", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("plannedAt, id")
    private List<InternalApproval> approvals = new ArrayList<>();

    @OneToMany(mappedBy = "agreementVersion", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("recordedAt, id")
    private List<Signature> signatures = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected AgreementVersion() {}

    /** @param basedOn the number of the version whose clauses it begins with; null for the first */
    AgreementVersion(
            Agreement agreement,
            int number,
            @Nullable Integer basedOn,
            Collection<? extends Clause> clauses,
            Instant now) {
        this.id = Ids.next();
        this.agreement = agreement;
        this.number = number;
        this.basedOn = basedOn;
        this.state = VersionState.DRAFT;
        this.draftedAt = now;
        this.endReason = "";
        clauses.forEach(this::put);
    }

    /** Writes a clause, in place of the one of its kind if there is one. What it names has to be there. */
    public DomainEvent putClause(Actor actor, Clause clause, NamedTables tables) {
        PartyRules.requireCoordinator(agreement, actor);
        requireState(VersionState.DRAFT);
        requireNameable(clause, tables);
        Checks.check(!clause(clause.kind()).equals(Optional.of(clause)), AgreementError.NOTHING_CHANGED);
        put(clause);
        return event("agreement.clause-written").with("clause", clause.kind()).build();
    }

    static void requireNameable(Clause clause, NamedTables tables) {
        if (clause instanceof TablesClause named) {
            named.requireNameable(tables);
        }
    }

    /** Drops a clause: what it would permit is then not permitted. */
    public DomainEvent removeClause(Actor actor, ClauseKind kind) {
        PartyRules.requireCoordinator(agreement, actor);
        requireState(VersionState.DRAFT);
        Checks.check(clauses.removeIf(held -> held.kind() == kind), AgreementError.NOTHING_CHANGED);
        if (kind == ClauseKind.GENERAL) {
            term = null;
        }
        return event("agreement.clause-dropped").with("clause", kind).build();
    }

    /**
     * Refuses to go on from a clause that isn't the newest: somebody else wrote or dropped it since.
     *
     * @param read the hash of the clause as it was read; empty where it wasn't written
     */
    public void requireUnchanged(ClauseKind kind, String read) {
        String present = clause(kind).map(ClauseJson::hash).orElse("");
        Checks.check(present.equals(read), SharedError.CHANGED_MEANWHILE);
    }

    private void put(Clause clause) {
        clauses.stream()
                .filter(held -> held.kind() == clause.kind())
                .findFirst()
                .ifPresentOrElse(held -> held.change(clause), () -> clauses.add(new AgreementClause(this, clause)));
        if (clause instanceof GeneralClause general) {
            term = new Term(general);
        }
    }

    /** The round of negotiation on this version. */
    public Negotiation negotiation() {
        return new Negotiation(this, comments, proposals);
    }

    /** Internal approvals and signatures on this version. */
    public Signing signing() {
        return new Signing(this, approvals, signatures);
    }

    /**
     * Lets a signed version govern from its first day on; the one that governed is superseded. Time does this, so nobody is asked.
     *
     * @throws org.sekisho.domain.shared.Refusal with {@link AgreementError#TERM_NOT_BEGUN} before its day
     */
    public DomainEvent startTerm(Instant now) {
        requireState(VersionState.SIGNED);
        requireTerm().requireBegun(now);
        requireTerm().requireNotOver(now);
        agreement.governedBy(this, now);
        return event("agreement.term-started").with("hash", contentHash).build();
    }

    /** Whether it governs, or did before a later version or the term's end. */
    public boolean hasGoverned() {
        return term().flatMap(Term::governsSince).isPresent();
    }

    /** Whether {@link #startTerm} would do it now. */
    public boolean canStartTerm(Instant now) {
        return state == VersionState.SIGNED && requireTerm().isRunning(now);
    }

    /** Gives the version up before it governs. One that every party has signed is given up only by withdrawing a signature first. */
    public DomainEvent withdraw(Actor actor, String reason, Instant now) {
        PartyRules.requireCoordinator(agreement, actor);
        Checks.check(state != VersionState.SIGNED, AgreementError.VERSION_WRONG_STATE, Map.of("state", state.name()));
        giveUp(Checks.requireText(reason, "reason", Agreement.REASON_LIMIT), now);
        agreement.follow();
        return event("agreement.version-withdrawn").personal("reason", reason).build();
    }

    void giveUp(String reason, Instant now) {
        moveTo(VersionState.WITHDRAWN);
        endedAt = now;
        endReason = reason;
    }

    void supersede(Instant now) {
        moveTo(VersionState.SUPERSEDED);
        endedAt = now;
    }

    void govern(Instant now) {
        moveTo(VersionState.GOVERNING);
        requireTerm().begin(now);
    }

    void openRound(Instant endsAt, Instant now) {
        moveTo(VersionState.NEGOTIATION);
        round = new Round(endsAt, now);
    }

    /** Fixes the content: from here on only this can be signed. */
    void freeze(LocalDate from, Instant now) {
        moveTo(VersionState.SIGNING);
        requireTerm().governFrom(from);
        frozenAt = now;
        FixedContent fixed = new FixedContent(ContentHash.content(head(), parties(), clauses(), from));
        content = fixed;
        contentHash = fixed.hash();
    }

    void moveTo(VersionState next) {
        state.requireBecomes(next, AgreementError.WRONG_STATE);
        state = next;
    }

    void requireState(VersionState needed) {
        Checks.check(state == needed, AgreementError.VERSION_WRONG_STATE, Map.of("state", state.name()));
    }

    String requireContentHash() {
        return contentHash().orElseThrow(() -> new IllegalStateException("Nothing is fixed yet"));
    }

    DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "agreement", agreement.id()).with("version", number);
    }

    private DocumentHead head() {
        return new DocumentHead(
                agreement.number(),
                number,
                agreement.title(),
                parties().stream().map(AgreementParty::named).toList(),
                term().flatMap(Term::governsFrom));
    }

    /** The text in one language: as it was signed where it is fixed, as it would be signed now before that. */
    public Document document(Language language) {
        return content == null
                ? ClauseText.document(head(), clauses(), language)
                : ContentHash.document(content.text(), language);
    }

    /** The text as it would read with this clause in place of the one of its kind, or without one. */
    public Document documentWith(ClauseKind kind, Optional<Clause> clause, Language language) {
        List<Clause> changed = Stream.concat(clauses().stream().filter(each -> each.kind() != kind), clause.stream())
                .toList();
        return ClauseText.document(head(), changed, language);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    public Agreement agreement() {
        return agreement;
    }

    /** The version's number in its agreement, from 1. */
    public int number() {
        return number;
    }

    /** The number of the version that it was made from. */
    public Optional<Integer> basedOn() {
        return Optional.ofNullable(basedOn);
    }

    public VersionState state() {
        return state;
    }

    /** The parties to this version, in the order of the document. */
    public List<AgreementParty> parties() {
        return agreement.parties().to(number);
    }

    AgreementParty requireParty(UUID organisation) {
        return parties().stream()
                .filter(party -> party.organisation().equals(organisation))
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The clauses, in the order of the document. */
    public List<Clause> clauses() {
        return clauses.stream()
                .map(AgreementClause::clause)
                .sorted(Comparator.comparing(Clause::kind))
                .toList();
    }

    public Optional<Clause> clause(ClauseKind kind) {
        return clauses.stream().filter(held -> held.kind() == kind).findFirst().map(AgreementClause::clause);
    }

    /** Its round of negotiation, once that has been opened. */
    public Optional<Round> round() {
        return Optional.ofNullable(round);
    }

    /** The round, where the state says that there is one. */
    Round requireRound() {
        return round().orElseThrow(() -> new IllegalStateException("No round was opened"));
    }

    /** Its term; empty while it has no general clause. */
    public Optional<Term> term() {
        return Optional.ofNullable(term);
    }

    /** The term, where the state says that there is a general clause. */
    Term requireTerm() {
        return term().orElseThrow(() -> new IllegalStateException("No general clause"));
    }

    /** SHA-256 of the content in hexadecimal, once it is fixed. */
    public Optional<String> contentHash() {
        return Optional.ofNullable(contentHash);
    }

    /** What is signed, byte for byte (UTF-8), once it is fixed. */
    public Optional<String> content() {
        return Optional.ofNullable(content).map(FixedContent::text);
    }

    /** When it was superseded or given up. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public String endReason() {
        return endReason;
    }

    public List<ClauseComment> comments() {
        return Collections.unmodifiableList(comments);
    }

    public List<ClauseProposal> proposals() {
        return Collections.unmodifiableList(proposals);
    }

    public List<InternalApproval> approvals() {
        return Collections.unmodifiableList(approvals);
    }

    public List<Signature> signatures() {
        return Collections.unmodifiableList(signatures);
    }
}
