package org.sekisho.ejb.report.decision;

import java.util.List;
import org.sekisho.domain.report.decision.TableUse;

/**
 * A table from a file, which becomes the next version under its code.
 *
 * @param file CSV in UTF-8 or JSON in CERT/CC's schema
 * @param order the outcomes from the mildest on; empty where it follows from the rows
 */
public record DraftTable(String code, String title, TableUse use, byte[] file, List<String> order) {

    public DraftTable {
        order = List.copyOf(order);
    }
}
