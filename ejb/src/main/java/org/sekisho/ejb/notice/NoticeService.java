package org.sekisho.ejb.notice;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.notice.Changes;
import org.sekisho.domain.notice.Digest;
import org.sekisho.domain.notice.Everyone;
import org.sekisho.domain.notice.Notice;
import org.sekisho.domain.notice.Notices;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Mail;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/**
 * Finds, under the name {@code system:notices}, for whom something newly waits, and tells them: one mail for each person and run. It
 * asks the same sources as the home page, so no module has to think of mail, and what arises without anybody's act is found as well.
 *
 * <p>What a look costs doesn't grow with people: one query for everyone who can sign in, one for what is kept, up to three
 * statements for what changed, and the queries of the source, which are few but for the conditions of access: about a dozen for
 * each agreement in force, 2,000 small ones for 150 of them. Telling costs one query and one update for a batch of people, and a row of mail
 * each.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class NoticeService {

    /** People told in one transaction. */
    static final int BATCH = 200;

    /** Of one source. What lies beyond is told when what is older has been dealt with. */
    private static final int MOST_ITEMS = 5_000;

    @Inject
    private CurrentAct act;

    @Inject
    private Notices notices;

    @Inject
    private Mail mail;

    @Inject
    @Any
    private Instance<QueueSource> sources;

    /** The names of the sources, each of which is looked at in a transaction of its own: one that fails holds up no other. */
    @Permission(value = "notice:run", recorded = Recorded.REFUSALS)
    public List<String> sources() {
        List<String> names = List.copyOf(named().keySet());
        if (notices.takeTurn()) {
            notices.forgetOthers(names);
        }
        return names;
    }

    /** Finds what waits by this source, and keeps what has changed since the last look; how many notices are new. */
    @Permission(value = "notice:run", recorded = Recorded.REFUSALS)
    public int look(String source) {
        if (!notices.takeTurn()) {
            return 0;
        }
        Instant now = act.now();
        Everyone everyone = new Everyone(notices.everyone(Days.of(now)));
        List<Notice> waiting = source(source).waits(Optional.empty(), MOST_ITEMS, now).stream()
                .flatMap(waits -> everyone.included(waits.audience()).stream()
                        .map(person -> Notice.fresh(
                                person, source, waits.item().key(), waits.item().due(), now)))
                .toList();
        Changes changes = Changes.between(notices.of(source), waiting, now);
        notices.keep(changes, now);
        return changes.fresh().size();
    }

    /**
     * Tells people what they haven't been told: what is new, what is due soon, what has run out.
     *
     * @return how many people were told; {@link #BATCH} means that there may be more
     */
    @Permission(value = "notice:run", recorded = Recorded.REFUSALS)
    public int tell() {
        if (!notices.takeTurn()) {
            return 0;
        }
        List<Digest> digests = notices.toTell(BATCH, act.now());
        for (Digest digest : digests) {
            mail.waiting(digest.person(), digest.waiting(), digest.firstDue());
        }
        notices.told(digests.stream().flatMap(digest -> digest.told().stream()).toList());
        return digests.size();
    }

    private QueueSource source(String name) {
        Instance.@Nullable Handle<QueueSource> handle = named().get(name);
        if (handle == null) {
            throw new IllegalArgumentException("No source of this name: " + name);
        }
        return handle.get();
    }

    private Map<String, Instance.Handle<QueueSource>> named() {
        Map<String, Instance.Handle<QueueSource>> named = new TreeMap<>();
        for (Instance.Handle<QueueSource> each : sources.handles()) {
            named.put(each.getBean().getBeanClass().getSimpleName(), each);
        }
        return named;
    }
}
