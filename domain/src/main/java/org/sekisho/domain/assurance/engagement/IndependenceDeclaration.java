package org.sekisho.domain.assurance.engagement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Ids;

/**
 * What a firm, or one of its team, declares about independence in one engagement: threats and the safeguards against them. It counts
 * once secretariat and authority have both accepted it, and for a limited time. Part of {@link Engagement}, and changed only
 * through it.
 */
@Entity
@Table(name = "independence_declaration")
public class IndependenceDeclaration {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "engagement_id", nullable = false, updatable = false)
    private Engagement engagement;

    @Column(name = "firm_id", nullable = false, updatable = false)
    private UUID firm;

    @Column(name = "person_id", updatable = false)
    private @Nullable UUID person;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "declared_threat", joinColumns = @JoinColumn(name = "declaration_id"))
    @OrderColumn(name = "position")
    private List<DeclaredThreat> threats = new ArrayList<>();

    @Column(name = "declared_by_person_id", nullable = false, updatable = false)
    private UUID declaredBy;

    @Column(name = "declared_at", nullable = false, updatable = false)
    private Instant declaredAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private DeclarationState state;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "independence_verdict", joinColumns = @JoinColumn(name = "declaration_id"))
    private List<IndependenceVerdict> verdicts = new ArrayList<>();

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    @SuppressWarnings("NullAway")
    protected IndependenceDeclaration() {}

    IndependenceDeclaration(
            Engagement engagement,
            UUID firm,
            Optional<UUID> person,
            List<DeclaredThreat> threats,
            UUID declaredBy,
            Instant now) {
        this.id = Ids.next();
        this.engagement = engagement;
        this.firm = firm;
        this.person = person.orElse(null);
        this.threats.addAll(threats);
        this.declaredBy = declaredBy;
        this.declaredAt = now;
        this.state = DeclarationState.DECLARED;
    }

    /**
     * Takes in one side's verdict: one refusal decides, an acceptance does once both sides accepted. Each side's comes from somebody
     * else, and neither from whoever declared.
     */
    void decide(IndependenceVerdict verdict, int validMonths) {
        Checks.check(state == DeclarationState.DECLARED, AssuranceError.DECLARATION_DECIDED);
        Checks.check(
                verdicts.stream().noneMatch(other -> other.side() == verdict.side()),
                AssuranceError.DECLARATION_DECIDED_BY_SIDE);
        UUID decider = verdict.person();
        Checks.check(!decider.equals(declaredBy) && !decider.equals(person), AssuranceError.DECIDE_NOT_OWN);
        Checks.check(
                verdicts.stream().noneMatch(other -> other.person().equals(decider)), AssuranceError.DECIDE_NOT_TWICE);
        verdicts.add(verdict);
        if (!verdict.isAccepted()) {
            become(DeclarationState.REFUSED, verdict.decidedAt());
        } else if (verdicts.size() == IndependenceVerdict.Side.values().length) {
            become(DeclarationState.ACCEPTED, verdict.decidedAt());
            validUntil = Days.of(verdict.decidedAt()).plusMonths(validMonths).minusDays(1);
        }
    }

    private void become(DeclarationState next, Instant now) {
        Checks.check(state.canBecome(next), AssuranceError.DECLARATION_DECIDED);
        state = next;
        decidedAt = now;
    }

    /** Whether it is the person's, or without one the firm's own. */
    boolean isOf(UUID otherFirm, Optional<UUID> otherPerson) {
        return firm.equals(otherFirm) && person().equals(otherPerson);
    }

    public UUID id() {
        return id;
    }

    public UUID firm() {
        return firm;
    }

    /** Whose declaration it is; empty for the firm's own. */
    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    /** In the order declared; empty when none is known. */
    public List<DeclaredThreat> threats() {
        return Collections.unmodifiableList(threats);
    }

    public UUID declaredBy() {
        return declaredBy;
    }

    public Instant declaredAt() {
        return declaredAt;
    }

    public DeclarationState state() {
        return state;
    }

    public List<IndependenceVerdict> verdicts() {
        return Collections.unmodifiableList(verdicts);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** The last day on which an accepted one counts. */
    public Optional<LocalDate> validUntil() {
        return Optional.ofNullable(validUntil);
    }
}
