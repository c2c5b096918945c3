package org.sekisho.persistence.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** What every repository does with its entities. What row-level security hides isn't there. */
@ApplicationScoped
public class Entities {

    @PersistenceContext(unitName = "sekisho")
    private EntityManager entities;

    public <E> Optional<E> find(Class<E> type, UUID id) {
        return Optional.ofNullable(entities.find(type, id));
    }

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    public <E> E require(Class<E> type, UUID id) {
        return find(type, id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The entity with its row locked until the transaction ends. */
    public <E> E requireLocked(Class<E> type, UUID id) {
        E entity = entities.find(type, id, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return entity;
    }

    /** The entity with its row locked until the transaction ends; its version goes up even if only what belongs to it changes. */
    public <E> Optional<E> lockAndRaise(Class<E> type, UUID id) {
        return Optional.ofNullable(entities.find(type, id, LockModeType.PESSIMISTIC_FORCE_INCREMENT));
    }

    public void add(Object entity) {
        entities.persist(entity);
    }

    /** Writes what was added and changed so far, so that rows that refer to it can follow. */
    public void flush() {
        entities.flush();
    }

    /**
     * Writes what was added and changed so far, and lets go of it: whatever was read before has to be read again. For acts over
     * thousands of rows, which would otherwise be looked through at every query.
     */
    public void letGo() {
        entities.flush();
        entities.clear();
    }

    public void remove(Object entity) {
        entities.remove(entity);
    }

    /** Entities by a query in JPQL with named parameters. */
    public <E> List<E> list(Class<E> type, String query, Map<String, ?> parameters) {
        var typed = entities.createQuery(query, type);
        parameters.forEach(typed::setParameter);
        return typed.getResultList();
    }

    /** The first entity by a query. */
    public <E> Optional<E> first(Class<E> type, String query, Map<String, ?> parameters) {
        var typed = entities.createQuery(query, type).setMaxResults(1);
        parameters.forEach(typed::setParameter);
        return typed.getResultStream().findFirst();
    }

    /** Entities by a query, locked until the transaction ends. */
    public <E> List<E> listLocked(Class<E> type, String query, Map<String, ?> parameters) {
        var typed = entities.createQuery(query, type).setLockMode(LockModeType.PESSIMISTIC_WRITE);
        parameters.forEach(typed::setParameter);
        return typed.getResultList();
    }
}
