package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.container.regime.Sessions.use;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Kept;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.release.ReleaseFilter;
import org.sekisho.domain.report.release.ReleaseFilter.Way;
import org.sekisho.domain.report.release.ReleaseRow;
import org.sekisho.domain.report.release.Rendering;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.vault.Vault;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.release.ReceivedReleaseService;
import org.sekisho.ejb.report.release.ReleaseService;

/** What the other bank sees of a report: nothing, until a rendering is released to it, and then that rendering alone. */
final class ReleaseChecks {

    private static final byte[] BYTES = "What may be read".getBytes(StandardCharsets.UTF_8);

    private final Bank owner = Regime.get().own();
    private final Bank rival = Regime.get().other();
    private final Player reader = rival.person(Role.SECURITY_REVIEWER);

    void theOtherBankSeesNothingUntilAReleaseAndThenItsRenderingAlone() throws SQLException {
        UUID report = owner.thing("report");
        UUID release = requested(report);
        try {
            assertEquals(List.of(), received());
            assertEquals(
                    "shared.not-found", outcome(() -> use(ReleaseService.class).one(release)));
            assertEquals("shared.not-found", outcome(() -> use(ReceivedReleaseService.class)
                    .content(release)));
            assertEquals("shared.not-found", outcome(() -> use(ReceivedReleaseService.class)
                    .confirmReceipt(release)));
            release(release);
            ReleaseRow row = received().get(0);
            assertEquals(release, row.id());
            assertEquals(Optional.empty(), row.reportId(), "the report itself stays unseen");
            assertEquals(Optional.empty(), row.sourceName(), "and so does a name that is withheld");
            assertArrayEquals(
                    BYTES,
                    reader.as(() -> use(ReceivedReleaseService.class).content(release))
                            .bytes());
            assertEquals("done", outcome(() -> use(ReceivedReleaseService.class).confirmReceipt(release)));
            assertEquals(
                    List.of("f f"),
                    Database.texts(
                            """
                            select concat(position(cast(? as text) in convert_from(leaf, 'UTF8')) > 0, ' ',
                                          position(cast(? as text) in convert_from(leaf, 'UTF8')) > 0)
                            from trail_event where act = 'release.confirm-receipt' and outcome = 'done' and subject_id = ?
                            """,
                            owner.organisation().toString(),
                            report.toString(),
                            release),
                    "nor does the recipient's own event name it");
            assertEquals(
                    "shared.not-found", outcome(() -> use(ReportService.class).one(report)));
            assertEquals(
                    "shared.not-found", outcome(() -> use(ReportService.class).content(report, 1)));
            assertEquals(
                    List.of(),
                    reader.as(() -> use(ReleaseService.class).one(release)).approvals());
        } finally {
            Kept.restore();
        }
    }

    private List<ReleaseRow> received() {
        return reader.as(() -> use(ReleaseService.class)
                .list(new ReleaseFilter(Set.of(), Optional.empty(), Optional.of(Way.RECEIVED)), PageRequest.first())
                .items());
    }

    private String outcome(Runnable act) {
        return AtOnce.outcome(() -> reader.run(act));
    }

    private UUID requested(UUID report) throws SQLException {
        UUID release = UUID.randomUUID();
        Database.run(
                """
                insert into report_release (id, row_version, report_id, organisation_id, agreement_id, revision_sha256, recipient_id, audience, role,
                    format, label, source_withheld, sha256, size, requested_by_person_id, requested_at, state, state_at)
                select '%1$s', 1, r.id, r.organisation_id, r.agreement_id, repeat('ab', 32), '%2$s', 'PEER', 'CISO', 'JSON', 'AMBER', true,
                    '%3$s', %4$s, '%5$s', r.received_at, 'REQUESTED', r.received_at
                from report r where r.id = '%6$s'
                """
                        .formatted(
                                release,
                                rival.organisation(),
                                Rendering.hash(BYTES),
                                BYTES.length,
                                owner.person(Role.CISO).id(),
                                report));
        Database.run("insert into report_release_needed (release_id, role, count) values ('%s', 'SECURITY_REVIEWER', 1)"
                .formatted(release));
        byte[] sealed =
                use(Vault.class).seal(new Place("report_release_content", release, owner.organisation()), BYTES);
        try (Connection connection = Database.connect(Database.As.OWNER);
                PreparedStatement insert = connection.prepareStatement(
                        "insert into report_release_content (release_id, organisation_id, sealed) values (?, ?, ?)")) {
            insert.setObject(1, release);
            insert.setObject(2, owner.organisation());
            insert.setBytes(3, sealed);
            insert.executeUpdate();
        }
        return release;
    }

    /** With the approval that it needs, to somebody who keeps the embargo, as the triggers want it. */
    private void release(UUID release) {
        Database.run(
                """
                insert into report_release_approval (id, release_id, role, person_id, sha256, approved_at)
                select gen_random_uuid(), l.id, 'SECURITY_REVIEWER', '%s', l.sha256, l.requested_at from report_release l where l.id = '%s'
                """
                        .formatted(owner.person(Role.SECURITY_REVIEWER).id(), release));
        Database.run(
                """
                insert into embargo_participant (id, embargo_id, organisation_id, answer_by, agreed_until, declined)
                select gen_random_uuid(), e.id, l.recipient_id, e.until, e.until, false
                from report_release l join embargo e on e.report_id = l.report_id and e.state = 'IN_EFFECT' where l.id = '%s'
                """
                        .formatted(release));
        Database.run("update report_release set state = 'RELEASED' where id = '%s'".formatted(release));
    }
}
