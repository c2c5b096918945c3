package org.sekisho.domain.assurance.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** What a test sheet says, as ciphertext under the key of the audit firm: working papers stay with the auditors. */
@Entity
@Table(name = "sample_sheet_content")
public class SheetContent {

    @Id
    @Column(name = "item_id", updatable = false)
    private UUID item;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "engagement_id", nullable = false, updatable = false)
    private UUID engagement;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "sealed_procedure", nullable = false)
    private byte[] sealedProcedure;

    @Column(name = "sealed_observation", nullable = false)
    private byte[] sealedObservation;

    @SuppressWarnings("NullAway")
    protected SheetContent() {}

    /**
     * @param organisation the audit firm
     * @param sealedProcedure ciphertext of the vault, bound to this item
     * @param sealedObservation likewise
     */
    public SheetContent(SampleItem item, UUID organisation, byte[] sealedProcedure, byte[] sealedObservation) {
        this.item = item.id();
        this.engagement = item.engagement();
        this.organisation = organisation;
        this.sealedProcedure = sealedProcedure.clone();
        this.sealedObservation = sealedObservation.clone();
    }

    /** Another test after a return takes the place of the one before. */
    public void replace(byte[] otherProcedure, byte[] otherObservation) {
        sealedProcedure = otherProcedure.clone();
        sealedObservation = otherObservation.clone();
    }

    public UUID item() {
        return item;
    }

    /** Under whose key it is sealed. */
    public UUID organisation() {
        return organisation;
    }

    public byte[] sealedProcedure() {
        return sealedProcedure.clone();
    }

    public byte[] sealedObservation() {
        return sealedObservation.clone();
    }
}
