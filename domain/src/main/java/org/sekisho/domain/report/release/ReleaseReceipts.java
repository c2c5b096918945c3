package org.sekisho.domain.report.release;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.release.ReleaseReceipt.Kind;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;

/** What the recipient of a release confirmed: that it was received, and after a recall that it was destroyed. */
public final class ReleaseReceipts {

    private final Release release;
    private final List<ReleaseReceipt> receipts;

    ReleaseReceipts(Release release, List<ReleaseReceipt> receipts) {
        this.release = release;
        this.receipts = receipts;
    }

    /** Refuses whoever it wasn't released to, and everybody before it is released or after it was recalled. */
    public void requireReader(Actor actor) {
        Checks.check(isFor(actor) && release.state() == ReleaseState.RELEASED, ReleaseError.RECIPIENT_ONLY);
    }

    /** Confirms that it was received. */
    public DomainEvent received(Actor actor, Instant now) {
        requireReader(actor);
        return confirm(actor, Kind.RECEIVED, now, "release.receipt-confirmed");
    }

    /** Confirms that it was destroyed after the recall. */
    public DomainEvent destroyed(Actor actor, Instant now) {
        Checks.check(isFor(actor), ReleaseError.RECIPIENT_ONLY);
        Checks.check(
                release.state() == ReleaseState.RECALLED,
                ReleaseError.WRONG_STATE,
                Map.of("state", release.state().name(), "next", Kind.DESTROYED.name()));
        return confirm(actor, Kind.DESTROYED, now, "release.destruction-confirmed");
    }

    private DomainEvent confirm(Actor actor, Kind kind, Instant now, String name) {
        UUID person = actor.requirePerson();
        Checks.check(!has(person, kind), ReleaseError.CONFIRMED_ALREADY);
        receipts.add(new ReleaseReceipt(release, kind, person, now));
        return release.toldByRecipient(name);
    }

    private boolean isFor(Actor actor) {
        return actor.isOf(release.recipient())
                && (release.people().isEmpty()
                        || actor.person().filter(release.people()::contains).isPresent());
    }

    private boolean has(UUID person, Kind kind) {
        return receipts.stream()
                .anyMatch(each -> each.kind() == kind && each.person().equals(person));
    }

    /** Whether its destruction is still to be confirmed: by everyone named, or by somebody of the recipient where nobody was. */
    public boolean isDestructionOutstanding() {
        if (release.state() != ReleaseState.RECALLED) {
            return false;
        }
        return release.people().isEmpty()
                ? receipts.stream().noneMatch(each -> each.kind() == Kind.DESTROYED)
                : !release.people().stream().allMatch(person -> has(person, Kind.DESTROYED));
    }

    /** In the order in which they came. */
    public List<ReleaseReceipt> given() {
        return Collections.unmodifiableList(receipts);
    }
}
