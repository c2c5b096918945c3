package org.sekisho.domain.report.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.sekisho.domain.shared.Checks;

/** The file of an intake: its name sealed, and where the store keeps its sealed bytes. Apart, because it has readers of its own. */
@Entity
@Table(name = "report_import_content")
public class IntakeContent {

    /** The most characters of the store's name for the file. */
    public static final int BLOB_LIMIT = 200;

    @Id
    @Column(name = "import_id", updatable = false)
    private UUID intake;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "sealed_file_name", nullable = false, updatable = false)
    private byte[] sealedFileName;

    @Column(name = "blob", nullable = false, updatable = false)
    private String blob;

    @SuppressWarnings("NullAway")
    protected IntakeContent() {}

    public IntakeContent(Intake intake, byte[] sealedFileName, String blob) {
        this.intake = intake.id();
        this.organisation = intake.organisation();
        this.sealedFileName = sealedFileName.clone();
        this.blob = Checks.requireText(blob, "blob", BLOB_LIMIT);
    }

    public UUID intake() {
        return intake;
    }

    /** Under whose key it is sealed. */
    public UUID organisation() {
        return organisation;
    }

    public byte[] sealedFileName() {
        return sealedFileName.clone();
    }

    /** What the store of contents calls the sealed file. */
    public String blob() {
        return blob;
    }
}
