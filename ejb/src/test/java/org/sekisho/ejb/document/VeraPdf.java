package org.sekisho.ejb.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Judges documents by veraPDF, the validator of the PDF Association and the Open Preservation Foundation. */
public final class VeraPdf {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraPdf() {}

    /** Fails, naming the clauses, unless the file is PDF/A-2b (ISO 19005-2, level B). */
    public static void assertConforms(byte[] file) {
        assertEquals(List.of(), violations(file));
    }

    /** The rules that the file breaks, each with its first place. */
    public static List<String> violations(byte[] file) {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> broken = result.getTestAssertions().stream()
                    .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                    .map(each -> each.getRuleId().getClause() + "-"
                            + each.getRuleId().getTestNumber() + " " + each.getMessage() + " at "
                            + each.getLocation().getContext())
                    .distinct()
                    .toList();
            return result.isCompliant() || !broken.isEmpty() ? broken : List.of("Not compliant, without a reason");
        } catch (IOException | VeraPDFException broken) {
            throw new IllegalStateException("veraPDF can't judge the file", broken);
        }
    }
}
