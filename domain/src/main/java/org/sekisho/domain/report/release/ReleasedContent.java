package org.sekisho.domain.report.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.vault.SealBroken;
import org.sekisho.domain.vault.Vault;

/**
 * The very bytes that a recipient gets, kept sealed under the key of the organisation that released them, so that what left can be shown
 * later.
 */
@Entity
@Table(name = "report_release_content")
public class ReleasedContent {

    /** The most bytes of one rendering. */
    public static final int LIMIT = 16 << 20;

    private static final String TABLE = "report_release_content";

    @Id
    @Column(name = "release_id", updatable = false)
    private UUID release;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "sealed", nullable = false, updatable = false)
    private byte[] sealed;

    @SuppressWarnings("NullAway")
    protected ReleasedContent() {}

    ReleasedContent(Release of, byte[] bytes, Vault vault) {
        Checks.check(bytes.length <= LIMIT, ReleaseError.TOO_LARGE, Map.of("limit", LIMIT));
        this.release = of.id();
        this.organisation = of.organisation();
        this.sealed = vault.seal(place(), bytes);
    }

    /**
     * The bytes.
     *
     * @throws SealBroken when they aren't what the release's hash names
     */
    public byte[] open(Release of, Vault vault) {
        byte[] bytes = vault.open(place(), sealed);
        if (!of.id().equals(release) || !Rendering.hash(bytes).equals(of.sha256())) {
            throw new SealBroken(place(), null);
        }
        return bytes;
    }

    private Vault.Place place() {
        return new Vault.Place(TABLE, release, organisation);
    }

    public UUID release() {
        return release;
    }

    /** Under whose key it is sealed. */
    public UUID organisation() {
        return organisation;
    }
}
