package org.sekisho.domain.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Ids;

/** What a party said about a clause, or about the whole, in one round. It is never changed. */
@Entity
@Table(name = "agreement_comment")
public class ClauseComment {

    /** The most characters of a comment. */
    public static final int TEXT_LIMIT = 4_000;

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agreement_version_id", nullable = false, updatable = false)
    private AgreementVersion agreementVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "clause_kind", updatable = false)
    private @Nullable ClauseKind clause;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "text", nullable = false, updatable = false)
    private String text;

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    @SuppressWarnings("NullAway")
    protected ClauseComment() {}

    ClauseComment(
            AgreementVersion agreementVersion,
            Optional<ClauseKind> clause,
            UUID organisation,
            UUID person,
            String text,
            Instant now) {
        this.id = Ids.next();
        this.agreementVersion = agreementVersion;
        this.clause = clause.orElse(null);
        this.organisation = organisation;
        this.person = person;
        this.text = Checks.requireText(text, "text", TEXT_LIMIT);
        this.madeAt = now;
    }

    public UUID id() {
        return id;
    }

    public AgreementVersion agreementVersion() {
        return agreementVersion;
    }

    /** The clause meant; empty when the whole agreement is. */
    public Optional<ClauseKind> clause() {
        return Optional.ofNullable(clause);
    }

    public UUID organisation() {
        return organisation;
    }

    public UUID person() {
        return person;
    }

    public String text() {
        return text;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
