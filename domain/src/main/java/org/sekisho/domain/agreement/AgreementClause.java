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
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.shared.Ids;

/** One clause of one version, kept as its canonical JSON. */
@Entity
@Table(name = "agreement_clause")
public class AgreementClause {

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agreement_version_id", nullable = false, updatable = false)
    private AgreementVersion agreementVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private ClauseKind kind;

    @Column(name = "data", nullable = false)
    private String data;

    @SuppressWarnings("NullAway")
    protected AgreementClause() {}

    AgreementClause(AgreementVersion agreementVersion, Clause clause) {
        this.id = Ids.next();
        this.agreementVersion = agreementVersion;
        this.kind = clause.kind();
        this.data = ClauseJson.write(clause);
    }

    void change(Clause clause) {
        data = ClauseJson.write(clause);
    }

    public UUID id() {
        return id;
    }

    public AgreementVersion agreementVersion() {
        return agreementVersion;
    }

    public ClauseKind kind() {
        return kind;
    }

    /** What the clause says. */
    public Clause clause() {
        return ClauseJson.read(data);
    }
}
