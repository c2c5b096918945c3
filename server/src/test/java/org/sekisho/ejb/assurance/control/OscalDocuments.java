package org.sekisho.ejb.assurance.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Holds OSCAL documents of packs against NIST's schemas. */
public final class OscalDocuments {

    private OscalDocuments() {}

    /**
     * All that is wrong with the OSCAL documents of an unpacked pack, each with its file and where.
     *
     * @param bag its top folder
     */
    public static List<String> faults(Path bag) throws IOException {
        Path folder = bag.resolve("data/oscal");
        String results = Files.readString(folder.resolve("assessment-results.json"));
        String catalogue = Files.readString(folder.resolve("catalog.json"));
        return Stream.concat(
                        new OscalSchema("ar").faults(results).stream(), OscalSchema.CATALOG.faults(catalogue).stream())
                .map(OscalSchema.Fault::toString)
                .toList();
    }
}
