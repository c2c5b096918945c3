package org.sekisho.ejb.gateway.redaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.report.redaction.Passage;
import org.sekisho.domain.report.redaction.Redactor;
import org.sekisho.proof.hash.Sha256;

/**
 * The published rules, which look through a long text once and not each time it is read. What is kept is where its passages are, under the
 * text's hash: nothing of the text, so that nobody reads here what they couldn't read there.
 */
@ApplicationScoped
public class RememberedPassages implements Redactor {

    /** In characters: a shorter text is looked through as fast as it is hashed and found. */
    static final int LONG = 500;

    /** Of all texts together; some 10 MB. */
    private static final int MOST = 100_000;

    private final Redactor rules;
    private final int most;
    /** The one longest unasked first. */
    private final Map<String, List<Passage>> kept = new LinkedHashMap<>(16, 0.75f, true);

    private int size;

    public RememberedPassages() {
        this(new PublishedRules(), MOST);
    }

    /** @param most how many passages are kept at most; a text without any counts as one */
    RememberedPassages(Redactor rules, int most) {
        this.rules = rules;
        this.most = most;
    }

    @Override
    public List<Passage> find(String text) {
        if (text.length() < LONG) {
            return rules.find(text);
        }
        String hash = hash(text);
        Optional<List<Passage>> known = recall(hash);
        if (known.isPresent()) {
            return known.get();
        }
        List<Passage> found = List.copyOf(rules.find(text));
        keep(hash, found);
        return found;
    }

    private synchronized Optional<List<Passage>> recall(String hash) {
        return Optional.ofNullable(kept.get(hash));
    }

    private synchronized void keep(String hash, List<Passage> found) {
        if (kept.putIfAbsent(hash, found) == null) {
            size += weight(found);
        }
        Iterator<List<Passage>> oldest = kept.values().iterator();
        while (size > most) {
            size -= weight(oldest.next());
            oldest.remove();
        }
    }

    private static int weight(List<Passage> found) {
        return 1 + found.size();
    }

    /** Of its characters, not of an encoding, which would make one of what can't be encoded. */
    private static String hash(String text) {
        ByteBuffer characters = ByteBuffer.allocate(text.length() * Character.BYTES);
        characters.asCharBuffer().put(text);
        return Sha256.hex(characters.array());
    }
}
