package org.sekisho.persistence.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.evidence.CheckedContent;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.redaction.Redactor;
import org.sekisho.domain.shared.Subject;
import org.sekisho.persistence.assurance.ReportPackSection;

/**
 * What the reports of a pack take, a tenth of them and all, in time and in memory at the end of each document after a collection of
 * garbage. Runs with {@code mvn verify -Pbenchmark}; {@code -Dpacked=…} makes another number.
 */
class PackedReportsBenchmark {

    private static final int MANY = Integer.getInteger("packed", 20_000);
    private static final int AT_ONCE = 500;

    private final Bench bench = new Bench();
    private final Actor auditor = bench.insertPerson(bench.secretariat, OrganisationKind.MINISTRY, Role.AUDITOR);

    @Test
    void manyReportsTakeNoMoreMemoryThanFew() {
        grow(MANY / 10);
        measure(MANY / 10);
        grow(MANY - MANY / 10);
        measure(MANY);
    }

    private void grow(int count) {
        for (int made = 0; made < count; made += AT_ONCE) {
            bench.inReview(RiskTier.HIGH, 1, Math.min(AT_ONCE, count - made));
        }
    }

    private void measure(int count) {
        Measured measured = new Measured();
        long begun = System.nanoTime();
        bench.as(auditor, "pack-collection", entities -> {
            ReportPackSection section = new ReportPackSection();
            TestUnit.inject(section, "sql", ReviewQueueListsTest.sql(entities));
            TestUnit.inject(section, "vault", bench.vault);
            Redactor nothing = text -> List.of();
            TestUnit.inject(section, "redactor", nothing);
            section.collect(
                    new PackScope(
                            UUID.randomUUID(),
                            Optional.of(bench.agreement),
                            bench.bank,
                            new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)),
                            EnumSet.allOf(EvidenceSection.class),
                            Tlp.AMBER,
                            Set.of(),
                            Bench.NOW),
                    measured);
            return true;
        });
        System.out.printf(
                Locale.ROOT,
                "%n%,d reports in a pack: %.1f s, %,d kB written, heap after collection at most %,d kB%n",
                count,
                (System.nanoTime() - begun) / 1e9,
                measured.bytes / 1024,
                measured.most / 1024);
    }

    private static final class Measured implements PackSection.Sink {

        private long bytes;
        private long most;

        @Override
        public void document(String name, PackSection.Document document) {
            long begun = System.nanoTime();
            long before = bytes;
            try {
                document.writeTo(new OutputStream() {
                    @Override
                    public void write(int b) {
                        bytes++;
                    }

                    @Override
                    public void write(byte[] from, int offset, int length) {
                        bytes += length;
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            System.gc();
            most = Math.max(
                    most,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            System.out.printf(
                    Locale.ROOT, "%-28s %6.2f s %,10d B%n", name, (System.nanoTime() - begun) / 1e9, bytes - before);
        }

        @Override
        public void file(String name, CheckedContent content, Subject source, Tlp label) {
            throw new UnsupportedOperationException("Reports have no files");
        }
    }
}
