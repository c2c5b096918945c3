package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.assurance.sample.PopulationKind;
import org.sekisho.domain.assurance.sample.SampleRow;
import org.sekisho.domain.assurance.sample.SampleState;
import org.sekisho.domain.assurance.sample.SheetState;
import org.sekisho.domain.assurance.sample.TestResult;
import org.sekisho.web.shared.Say;

/** Words and tones that the pages of samples share. */
@Named
@RequestScoped
public class SampleWords {

    private static final String GOOD = "chip-good";
    private static final String BAD = "chip-bad";
    private static final String INFO = "chip-info";
    private static final String SOON = "chip-soon";
    private static final int SHORT_ID = 8;

    @Inject
    private Say say;

    /** "Sample 3: Grants of roles". */
    public String title(SampleRow row) {
        return say.text("samples.one", Map.of("number", row.number(), "kind", say.of("population-kind", row.kind())));
    }

    /** A stratum in words; the code itself where it is one that people gave. */
    public String stratum(PopulationKind kind, String stratum) {
        return switch (kind) {
            case GRANTS -> say.find("role." + stratum).orElse(stratum);
            case TRAINING -> stratum;
            case ACCESS_DECISIONS, REPORT_DECISIONS, FREEZES -> say.find("stratum." + stratum)
                    .orElse(stratum);
        };
    }

    /** The beginning of a record's id, as far as people read one. */
    public String shortId(UUID id) {
        return id.toString().substring(0, SHORT_ID) + "…";
    }

    /** The page of a record; empty where it has none of its own. */
    public String page(PopulationKind kind, UUID record) {
        return kind == PopulationKind.ACCESS_DECISIONS ? "/trail-event?id=" + record : "";
    }

    /** By how much both counts of the population differ. */
    public long difference(SampleRow row) {
        return Math.abs(row.counted() - row.records());
    }

    public String tone(SampleState state) {
        return switch (state) {
            case AWAITING_SEED -> SOON;
            case SELECTED -> INFO;
        };
    }

    public String sheetTone(SheetState state) {
        return switch (state) {
            case OPEN -> SOON;
            case TESTED -> INFO;
            case RETURNED -> BAD;
            case APPROVED -> GOOD;
        };
    }

    public String resultTone(TestResult result) {
        return switch (result) {
            case PASSED -> GOOD;
            case EXCEPTION -> BAD;
            case NOT_APPLICABLE -> "";
        };
    }
}
