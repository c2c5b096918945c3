package org.sekisho.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** One act on several reports. */
class EachReportTest {

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID third = UUID.randomUUID();

    @Test
    void whatIsRefusedForOneLeavesTheOthersDone() {
        List<UUID> asked = new ArrayList<>();
        List<EachReport.Line> lines = EachReport.of(List.of(first, second, third, first), report -> {
            asked.add(report);
            if (report.equals(second)) {
                throw new IllegalStateException(new Refusal(ReportError.STAGE_TAKEN));
            }
        });
        assertEquals(List.of(first, second, third), asked);
        assertEquals(List.of(Optional.empty(), Optional.of(ReportError.STAGE_TAKEN), Optional.empty()), codes(lines));
    }

    @Test
    void aFailureOfOneIsToldAndTheRestGoesOn() {
        List<EachReport.Line> lines = EachReport.of(List.of(first, second), report -> {
            if (report.equals(first)) {
                throw new IllegalStateException("Broken");
            }
        });
        assertEquals(List.of(Optional.of(SharedError.UNAVAILABLE), Optional.empty()), codes(lines));
    }

    @Test
    void atMostSoManyAndAtLeastOne() {
        List<UUID> many =
                Stream.generate(UUID::randomUUID).limit(EachReport.MOST + 1L).toList();
        List<UUID> asked = new ArrayList<>();
        assertEquals(
                ReportError.TOO_MANY_AT_ONCE,
                assertThrows(Refusal.class, () -> EachReport.of(many, asked::add))
                        .code());
        assertEquals(
                SharedError.REQUIRED,
                assertThrows(Refusal.class, () -> EachReport.of(List.of(), asked::add))
                        .code());
        assertEquals(List.of(), asked);
    }

    @Test
    void whoeverIsNotSignedInIsToldOnce() {
        List<UUID> asked = new ArrayList<>();
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> EachReport.of(List.of(first, second), report -> {
                    asked.add(report);
                    throw new Refusal(SharedError.NOT_SIGNED_IN);
                }));
        assertEquals(SharedError.NOT_SIGNED_IN, refusal.code());
        assertEquals(List.of(first), asked);
    }

    private static List<Optional<ErrorCode>> codes(List<EachReport.Line> lines) {
        return lines.stream()
                .map(line -> line.refused().<ErrorCode>map(Refusal::code))
                .toList();
    }
}
