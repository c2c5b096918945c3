package org.sekisho.domain.report.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.vault.Vault;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/** What a case is about, sealed under the key of the institution that owns it. */
@Entity
@Table(name = "disclosure_content")
public class DisclosureContent {

    /**
     * What a case is about.
     *
     * @param product with its version
     * @param developer who makes it, and how they are reached
     * @param summary what was found, in the words that go out
     */
    public record Words(String product, String developer, String summary) {

        /** The most characters of a product's name. */
        public static final int PRODUCT_LIMIT = 200;

        /** The most characters that say who makes it. */
        public static final int DEVELOPER_LIMIT = 500;

        /** The most characters of a summary. */
        public static final int SUMMARY_LIMIT = 10_000;

        public Words {
            product = Checks.requireText(product, "product", PRODUCT_LIMIT);
            developer = Checks.requireText(developer, "developer", DEVELOPER_LIMIT);
            summary = Checks.requireText(summary, "summary", SUMMARY_LIMIT);
        }
    }

    @Id
    @Column(name = "case_id", updatable = false)
    private UUID of;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "sealed", nullable = false, updatable = false)
    private byte[] sealed;

    @SuppressWarnings("NullAway")
    protected DisclosureContent() {}

    DisclosureContent(DisclosureCase of, Words words, Vault vault) {
        this.of = of.id();
        this.organisation = of.organisation();
        this.sealed = vault.sealText(
                place(),
                CanonicalJson.text(JsonObject.builder()
                        .put("product", words.product())
                        .put("developer", words.developer())
                        .put("summary", words.summary())
                        .build()));
    }

    /** Opens it. */
    public Words open(Vault vault) {
        JsonObject json = (JsonObject) JsonReader.read(vault.openText(place(), sealed));
        return new Words(json.string("product"), json.string("developer"), json.string("summary"));
    }

    private Vault.Place place() {
        return new Vault.Place("disclosure_content", of, organisation);
    }

    /** The case. */
    public UUID of() {
        return of;
    }

    /** Under whose key it is sealed. */
    public UUID organisation() {
        return organisation;
    }
}
