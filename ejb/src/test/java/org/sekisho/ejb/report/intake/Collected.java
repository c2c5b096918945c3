package org.sekisho.ejb.report.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.FindingSink;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.intake.SourceFile;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.shared.Refusal;

/** What a reader finds in a file, and what it refuses; checks that no item is passed over or comes twice. */
final class Collected implements FindingSink {

    final List<Finding> findings = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();
    private int failedRuns;
    private long next;

    static Collected read(SourceFormat format, SourceFile file) throws IOException {
        Collected collected = new Collected();
        SourceReaders.of(format, IntakeLimits.USUAL).read(file, collected);
        return collected;
    }

    static Collected read(SourceFormat format, String text) throws IOException {
        return read(format, file(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Refusal refused(IntakeError code, SourceFormat format, SourceFile file) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(format, file));
        assertEquals(code, refusal.code());
        return refusal;
    }

    static Refusal refused(IntakeError code, SourceFormat format, String text) {
        return refused(code, format, file(text.getBytes(StandardCharsets.UTF_8)));
    }

    static SourceFile file(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    Finding only() {
        assertEquals(List.of(), rejections);
        assertEquals(1, findings.size());
        return findings.get(0);
    }

    void rejectedOnly(RejectReason reason, String pointer) {
        assertEquals(List.of(), findings);
        assertEquals(1, rejections.size());
        assertEquals(reason, rejections.get(0).reason());
        assertEquals(pointer, rejections.get(0).pointer());
    }

    int failedRuns() {
        return failedRuns;
    }

    long received() {
        return next;
    }

    @Override
    public void found(long index, Finding finding) {
        assertEquals(next++, index);
        findings.add(finding);
    }

    @Override
    public void runsFailed(int count) {
        assertEquals(0, failedRuns, "said once");
        failedRuns = count;
    }

    @Override
    public void rejected(Rejection rejection) {
        assertEquals(next++, rejection.index());
        rejections.add(rejection);
    }
}
