package org.sekisho.domain.report.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reports by the numbers that people say. */
class ReportRowTest {

    @Test
    void aNumberIsReadAsItIsSaid() {
        for (String said : List.of("RPT-0412", "rpt-412", " 412 ", ReportRow.reference(412))) {
            assertEquals(Optional.of(412), ReportRow.number(said), said);
        }
    }

    @Test
    void whatIsNoNumberIsNone() {
        for (String said : List.of("", "RPT-", "REL-412", "412 and 413", "-1", "12345678901")) {
            assertEquals(Optional.empty(), ReportRow.number(said), said);
        }
    }
}
