package org.sekisho.container;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.access.ConditionQueue;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** Use cases that do nothing but show how the choke point treats them. The table {@code probe} is made by the test. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class ProbeService {

    @Inject
    private CurrentAct act;

    @Inject
    private ConditionQueue conditions;

    @PersistenceContext(unitName = "sekisho")
    private EntityManager entities;

    @Permission("home:read")
    public String write(@About("probe") UUID id) {
        insert(id);
        act.happened(DomainEvent.of("probe.written", "probe", id)
                .with("size", 7)
                .personal("name", "somebody")
                .build());
        return act.actor().name();
    }

    @Permission("home:read")
    public void refuse(@About("probe") UUID id) {
        insert(id);
        throw Refusal.of(SharedError.CHANGED_MEANWHILE, "field", "probe");
    }

    @Permission("home:read")
    public void refuseAndKeep(@About("probe") UUID id) {
        insert(id);
        act.refuseAndKeep(new Refusal(SharedError.TOO_MANY_REQUESTS));
    }

    @Permission("home:read")
    public void fail(@About("probe") UUID id) {
        insert(id);
        throw new IllegalStateException("It broke, and this sentence must reach nobody");
    }

    /** The second row violates a constraint that is checked at the commit. */
    @Permission("home:read")
    public void failAtTheCommit(@About("probe") UUID id) {
        insert(id);
        entities.createNativeQuery("insert into probe (id, parent) values (?1, ?2)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, UUID.randomUUID())
                .executeUpdate();
    }

    @Permission("organisation:edit")
    public void needsAPermission(@About("probe") UUID id) {
        insert(id);
    }

    @Permission(value = "home:read", recorded = Recorded.REFUSALS)
    public long seen() {
        Object count =
                entities.createNativeQuery("select count(*) from organisation").getSingleResult();
        return ((Number) count).longValue();
    }

    /** How many conditions lapse soon or have lapsed, looked at as the job does that tells people. */
    @Permission(value = "notice:run", recorded = Recorded.REFUSALS)
    public int conditions() {
        return conditions.waits(Optional.empty(), Integer.MAX_VALUE, act.now()).size();
    }

    private void insert(UUID id) {
        entities.createNativeQuery("insert into probe (id) values (?1)")
                .setParameter(1, id)
                .executeUpdate();
    }
}
