package org.sekisho.ejb.trail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.trail.log.KeyHandOver;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.domain.trail.log.TrailKeys;
import org.sekisho.domain.trail.log.TrailLogReader;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;
import org.sekisho.proof.pack.PackTrail;

/** Tells of a new key in the trail itself, so that the checkpoint over that event is the first that the key signs. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class TrailKeyService {

    @Inject
    private CurrentAct act;

    @Inject
    private TrailLogReader log;

    @Inject
    private TrailKeys keys;

    /** Whether another key signed the latest checkpoint. */
    @Permission(value = "trail-key:run", recorded = Recorded.REFUSALS)
    public boolean isNew() {
        return before().isPresent();
    }

    /** Tells of the new key. */
    @Permission("trail-key:run")
    public void announce() {
        before().ifPresent(before -> act.happened(DomainEvent.of("trail.key-changed", KeyHandOver.KIND, Ids.next())
                .with(PackTrail.KEY_BEFORE, before)
                .with(PackTrail.KEY_NOW, keys.current().open().fingerprint())
                .build()));
    }

    private Optional<String> before() {
        String now = keys.current().open().fingerprint();
        return log.latest().map(SignedCheckpoint::fingerprint).filter(before -> !before.equals(now));
    }
}
