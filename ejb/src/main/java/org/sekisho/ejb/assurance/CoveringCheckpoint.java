package org.sekisho.ejb.assurance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.proof.note.NoteSignature;
import org.sekisho.proof.note.SignedNote;

/**
 * Finds a checkpoint over all events of a pack, wherever they stand in it: the log has them in the order of their commits, the pack in the
 * order of their times. An event that was written just now gets its place within a second; so long it is waited for.
 */
final class CoveringCheckpoint {

    private static final int BATCH = 1_000;
    /** Where an event has no place after so many looks, nobody signs. */
    private static final int MOST_LOOKS = 40;

    private final Function<List<UUID>, Map<UUID, Long>> places;
    private final LongFunction<Optional<SignedCheckpoint>> checkpoint;
    private final boolean witnessed;
    private final Runnable pause;

    private final List<UUID> unplaced = new ArrayList<>();
    private long size;
    private int events;
    private int looks;

    /**
     * Begins with no event.
     *
     * @param places where events stand in the log; those that no checkpoint covers are left out
     * @param checkpoint the best one for so many events, which is the latest witnessed one where that covers them
     * @param witnessed whether somebody is asked to cosign: their answer is waited for as well
     * @param pause between two looks
     */
    CoveringCheckpoint(
            Function<List<UUID>, Map<UUID, Long>> places,
            LongFunction<Optional<SignedCheckpoint>> checkpoint,
            boolean witnessed,
            Runnable pause) {
        this.places = places;
        this.checkpoint = checkpoint;
        this.witnessed = witnessed;
        this.pause = pause;
    }

    /** Takes some events more. */
    void add(List<UUID> some) {
        events += some.size();
        look(some);
    }

    /** How many events it took. */
    int events() {
        return events;
    }

    /**
     * The checkpoint, as soon as there is one that covers all of them; empty where there are no events.
     *
     * @throws NotCoveredException where there is none in time
     */
    Optional<SignedCheckpoint> find() throws IOException {
        while (!unplaced.isEmpty() && isLookLeft()) {
            List<UUID> open = List.copyOf(unplaced);
            unplaced.clear();
            for (int from = 0; from < open.size(); from += BATCH) {
                look(open.subList(from, Math.min(from + BATCH, open.size())));
            }
        }
        if (events == 0) {
            return Optional.empty();
        }
        if (!unplaced.isEmpty()) {
            throw new NotCoveredException(events);
        }
        Optional<SignedCheckpoint> found = checkpoint.apply(size);
        while (witnessed && !isCosigned(found) && isLookLeft()) {
            found = checkpoint.apply(size);
        }
        if (found.isEmpty() || found.get().checkpoint().size() < size) {
            throw new NotCoveredException(events);
        }
        return found;
    }

    private void look(List<UUID> some) {
        Map<UUID, Long> found = places.apply(some);
        for (UUID event : some) {
            Long place = found.get(event);
            if (place == null) {
                unplaced.add(event);
            } else {
                size = Math.max(size, place + 1);
            }
        }
    }

    private boolean isLookLeft() {
        if (looks == MOST_LOOKS) {
            return false;
        }
        looks++;
        pause.run();
        return true;
    }

    private static boolean isCosigned(Optional<SignedCheckpoint> found) throws IOException {
        return found.isPresent() && witnesses(found.get()) > 0;
    }

    /** How many witnesses cosigned it: the log signs under its own name, twice while its key changes. */
    static int witnesses(SignedCheckpoint checkpoint) throws IOException {
        String origin = checkpoint.checkpoint().origin();
        return (int) SignedNote.parse(checkpoint.note()).signatures().stream()
                .map(NoteSignature::name)
                .filter(name -> !name.equals(origin))
                .distinct()
                .count();
    }
}
