package org.sekisho.container.isolation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.sekisho.container.isolation.Web.Answer;
import org.sekisho.container.regime.Player;

/** Reads every page, list, export and answer as somebody who may read some of them, and looks for what they mustn't show. */
public final class Readings {

    /** Beside the page as it is first: what else a report's page shows, and the list as a file. */
    private static final List<String> VIEWS =
            List.of("", "&tab=changes", "&tab=evidence", "&tab=similar", "&tab=history", "&format=csv");

    private final Web web;
    private final AtomicInteger found = new AtomicInteger();

    public Readings(Player reader) {
        this.web = new Web(reader);
    }

    /** How many of them were there to be read. */
    public int found() {
        return found.get();
    }

    /** Where the text stands, in whatever is read without an identifier or with one of these. */
    public List<String> showing(String text, Collection<UUID> things) {
        List<String> shown = Collections.synchronizedList(new ArrayList<>());
        Places.pages().parallelStream().forEach(page -> {
            look(page, web.page(page), text, shown);
            look(page + " as CSV", web.page(page + "?format=csv"), text, shown);
            for (UUID thing : things) {
                for (String view : page.startsWith("/report") ? VIEWS : List.of("")) {
                    look(page + view, web.page(page + "?id=" + thing + view), text, shown);
                }
            }
        });
        Places.rest().parallelStream().forEach(path -> {
            if (path.verb().equals("GET") && !path.namesAThing()) {
                look(path.path(), web.rest("GET", path.numbered()), text, shown);
            } else if (path.verb().equals("GET")) {
                things.forEach(thing -> look(path.path(), web.rest("GET", path.about(thing.toString())), text, shown));
            }
        });
        return shown;
    }

    private void look(String where, Answer answer, String text, List<String> shown) {
        if (answer.isDone()) {
            found.incrementAndGet();
        }
        if (answer.body().contains(text)) {
            shown.add(where);
        }
    }
}
