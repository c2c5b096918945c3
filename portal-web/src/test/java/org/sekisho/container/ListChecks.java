package org.sekisho.container;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.PageReader;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.CsvLine;
import org.sekisho.domain.shared.PageRequest;

/**
 * Lists as pages show them: by each order they offer, narrowed by each filter they offer, page after page, and as CSV. Which lists
 * there are the templates say.
 */
final class ListChecks {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*[?&;](?:sort|format)=[^\"]*)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/[^\"]*[?&;]after=[^\"]*)\"");
    private static final Pattern CHOICE = Pattern.compile("<input type=\"radio\" name=\"([a-z]+)\" value=\"([^\"]+)\"");
    private static final Pattern HEADER = Pattern.compile("[a-z0-9]+(?:_[a-z0-9]+)*(?:,[a-z0-9]+(?:_[a-z0-9]+)*)*");
    private static final Pattern ROW = Pattern.compile("<tr[^>]* data-row=");
    /** The columns of a table of decisions are those of its drafter. */
    private static final String TABLE = "/decision-table?";
    /** What is written while lists are read changes lists: so often they are read again before something is wrong. */
    private static final int TRIES = 3;
    /** In a filter that leaves something out unless one asks for it. */
    private static final String EVERY = "EVERY";

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f-]{36}");
    private static final int FEW = 3;
    /** Of the trail, which all tests write, a part is enough. */
    private static final int MOST_PAGES = 4;

    private static final int LONG = 1_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Player, PageReader> readers = new ConcurrentHashMap<>();
    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();
    private final List<ReadList> lists = new ArrayList<>();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger ordered = new AtomicInteger();
    private final AtomicInteger walked = new AtomicInteger();

    private record ReadList(String address, Player reader) {

        /** The template that shows the list: the page's own, or that of a tab. */
        String template() {
            String page = address.replaceFirst("[?].*", "");
            String tab = address.replaceFirst(".*tab=([a-z]+).*", "$1");
            return switch (page) {
                case "/agreement" -> "/WEB-INF/agreement/" + tab + ".xhtml";
                case "/audit" -> "/WEB-INF/assurance/" + tab + ".xhtml";
                case "/report-import" -> address.contains("id=")
                        ? "/WEB-INF/intake/one.xhtml"
                        : "/WEB-INF/intake/former.xhtml";
                default -> page + ".xhtml";
            };
        }
    }

    /** What isn't as it must be, over all lists and everybody who keeps them. */
    List<String> wrong() {
        lists();
        forgotten();
        // Each reader signs in before a list of who is signed in is read.
        lists.forEach(each -> get("/home", each.reader()));
        lists.parallelStream().forEach(this::check);
        if (ordered.get() < 30) {
            wrong.add("Only " + ordered + " orders were seen to be kept");
        }
        if (walked.get() < 1) {
            wrong.add("No list was longer than a page");
        }
        return wrong;
    }

    private void lists() {
        UUID agreement = bank.thing("agreement");
        UUID audit = bank.thing("engagement");
        Player coordinator = regime.player(Role.COORDINATOR);
        Player administrator = regime.player(Role.ADMINISTRATOR);
        for (String list : List.of("/agreements", "/audits", "/trainings", "/freezes", "/trail")) {
            list(list, coordinator);
        }
        for (String list : List.of("/people", "/organisations", "/roles", "/sessions", "/mails")) {
            list(list, administrator);
        }
        for (String tab : List.of("versions", "people", "environments", "timeline", "phases")) {
            list("/agreement?id=" + agreement + "&tab=" + tab, coordinator);
        }
        list("/suspensions?agreement=" + agreement, coordinator);
        list("/person?id=" + bank.thing("person"), administrator);
        list("/organisation?id=" + regime.authority(), administrator);
        list("/account", coordinator);
        list("/people-import", bank.person(Role.ORGANISATION_ADMINISTRATOR));
        list("/remarks?agreement=" + agreement, coordinator);
        list("/remarks?agreement=" + agreement + "&of=comments", coordinator);
        for (String tab : List.of(
                "requests", "evidence", "packs", "team", "declarations", "log", "findings", "actions", "controls")) {
            list("/audit?id=" + audit + "&tab=" + tab, coordinator);
        }
        list("/audit?id=" + audit + "&tab=packs&pack=" + bank.thing("pack"), coordinator);
        Player auditor = regime.player(Role.AUDITOR);
        list("/audit?id=" + audit + "&tab=samples", auditor);
        list("/audit-sample?id=" + bank.thing("sample"), auditor);
        list("/audit-sample-population?id=" + bank.thing("sample"), auditor);
        list("/signing-authorities?organisation=" + bank.organisation(), coordinator);
        list("/playbook?id=" + bank.thing("playbook"), bank.person(Role.SECURITY_REVIEWER));
        list("/playbooks", bank.person(Role.SECURITY_REVIEWER));
        list("/people-import?id=" + bank.thing("import"), bank.person(Role.ORGANISATION_ADMINISTRATOR));
        Player reviewer = bank.person(Role.SECURITY_REVIEWER);
        for (String list : List.of("/reports", "/review-queue", "/releases", "/escalations", "/disclosures")) {
            list(list, reviewer);
        }
        list("/duty-roster", bank.person(Role.DUTY_OFFICER));
        list("/report-import", bank.person(Role.ANALYST));
        list("/report-import?id=" + bank.thing("report-import"), bank.person(Role.ANALYST));
        list("/report-import?id=" + bank.thing("report-import") + "&tab=duplicates", bank.person(Role.ANALYST));
        for (String list : List.of(
                "/decision-tables", "/controls", "/control-catalogue?version=1", TABLE + "code=risk&version=1")) {
            list(list, coordinator);
        }
    }

    private void list(String address, Player reader) {
        lists.add(new ReadList(address, reader));
    }

    /** Templates that offer a CSV of a list that isn't read here. */
    private void forgotten() {
        Map<String, Long> offered = CsvOffers.byTemplate();
        Map<String, Long> read =
                lists.stream().collect(Collectors.groupingBy(ReadList::template, Collectors.counting()));
        offered.forEach((template, count) -> {
            if (read.getOrDefault(template, 0L) < count) {
                wrong.add(template + " offers " + count + " lists, and fewer are read here");
            }
        });
        if (offered.size() < 40) {
            wrong.add("Only " + offered.size() + " templates offer a list");
        }
    }

    private void check(ReadList each) {
        check(each.address(), each.reader());
    }

    private void check(String list, Player reader) {
        HttpResponse<String> shown = get(list, reader);
        List<String> links = addresses(LINK, shown.body());
        Optional<String> csv =
                links.stream().filter(link -> link.contains("format=csv")).findFirst();
        if (shown.statusCode() != 200 || csv.isEmpty()) {
            wrong.add(list + " of " + shown.statusCode() + " offers no CSV");
            return;
        }
        for (String link : links) {
            HttpResponse<String> answer = get(link, reader);
            boolean fine = link.contains("format=csv") ? isCsv(answer, list) : isPage(answer, list);
            if (!fine) {
                wrong.add(link + ": " + answer.statusCode() + " "
                        + answer.body().lines().findFirst().orElse(""));
            }
        }
        CsvTable whole = csv(csv.get(), reader);
        links.stream()
                // One row is in every order.
                .filter(link -> whole.rows().size() > 1 && link.contains("sort="))
                .map(link -> link.replaceFirst(".*sort=-?([A-Za-z]+).*", "$1"))
                .distinct()
                .forEach(field -> again(() -> order(list, csv.get(), field, reader)));
        Map<String, List<String>> choices = choices(shown);
        choices.forEach((field, values) -> values.forEach(value -> {
            String narrowing = field + "=" + value;
            String narrowed = list + (list.contains("?") ? "&" : "?") + narrowing;
            if (!isPage(get(narrowed, reader), list)) {
                wrong.add(narrowed);
            }
            if (!whole.rows().isEmpty() && whole.rows().size() <= LONG) {
                String base = values.contains(EVERY) ? csv.get() + "&" + field + "=" + EVERY : csv.get();
                again(() -> narrowed(base, csv.get() + "&" + narrowing, field, value, reader));
            }
        }));
        if (!whole.rows().isEmpty() && !list.startsWith(TABLE)) {
            again(() -> walk(list, csv.get(), reader));
        }
    }

    /** Read before the whole list, which only grows meanwhile. */
    private Optional<String> narrowed(String base, String narrow, String field, String value, Player reader) {
        CsvTable part = csv(narrow, reader);
        return csv(base, reader).narrowed(part, field, value).map(what -> narrow + ": " + what);
    }

    /** The filters that a page offers with their choices; of things that are named by an identifier a few. */
    private static Map<String, List<String>> choices(HttpResponse<String> shown) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        Matcher choice = CHOICE.matcher(shown.body());
        while (choice.find()) {
            List<String> values = choices.computeIfAbsent(choice.group(1), any -> new ArrayList<>());
            if (!IDENTIFIER.matcher(choice.group(2)).matches() || values.size() < FEW) {
                values.add(choice.group(2));
            }
        }
        return choices;
    }

    /** Adds what is wrong each time of several. */
    private void again(Supplier<Optional<String>> check) {
        Optional<String> found = check.get();
        for (int tried = 1; found.isPresent() && tried < TRIES; tried++) {
            found = check.get();
        }
        found.ifPresent(wrong::add);
    }

    private Optional<String> order(String list, String csv, String field, Player reader) {
        CsvTable rising = csv(csv + "&sort=" + field, reader);
        CsvTable falling = csv(csv + "&sort=-" + field, reader);
        Optional<String> unkept = rising.unkept(falling, field);
        if (unkept.isEmpty() && rising.rows().size() > 1) {
            ordered.incrementAndGet();
        }
        return unkept.map(what -> list + " by " + field + ": " + what);
    }

    /** Page after page as many rows as the CSV has, as far as the walk goes. */
    private Optional<String> walk(String list, String csv, Player reader) {
        int before = csv(csv, reader).rows().size();
        HttpResponse<String> page = get(list, reader);
        int seen = rows(page);
        Optional<String> next = next(page);
        for (int pages = 1; next.isPresent() && pages < MOST_PAGES; pages++) {
            walked.incrementAndGet();
            page = get(next.get(), reader);
            seen += rows(page);
            next = next(page);
        }
        int after = csv(csv, reader).rows().size();
        boolean right = next.isPresent()
                ? seen == MOST_PAGES * PageRequest.USUAL && after > seen
                : seen >= before && seen <= after;
        return right || seen == 0
                ? Optional.empty()
                : Optional.of(list + " shows " + seen + " rows page after page, and its CSV has " + after);
    }

    private static Optional<String> next(HttpResponse<String> page) {
        return addresses(NEXT, page.body()).stream().findFirst();
    }

    /** The rows of the list itself, which follows its filters; other tables of the page are none of it. */
    private static int rows(HttpResponse<String> page) {
        int from = Math.max(0, page.body().indexOf("class=\"filters\""));
        int to = page.body().indexOf("</table>", from);
        return to < 0
                ? 0
                : Math.toIntExact(
                        ROW.matcher(page.body().substring(from, to)).results().count());
    }

    private CsvTable csv(String address, Player reader) {
        return CsvTable.of(get(address, reader).body());
    }

    private static List<String> addresses(Pattern kind, String page) {
        List<String> links = new ArrayList<>();
        Matcher link = kind.matcher(page);
        while (link.find()) {
            links.add(link.group(1).replace("&amp;", "&"));
        }
        return links;
    }

    /** A page whose links still say what the list is about. */
    private static boolean isPage(HttpResponse<String> answer, String list) {
        List<String> about = List.of(list.split("[?&]"));
        return answer.statusCode() == 200
                && addresses(LINK, answer.body()).stream()
                        .allMatch(link -> List.of(link.split("[?&]")).containsAll(about));
    }

    private static boolean isCsv(HttpResponse<String> answer, String list) {
        String header = answer.body().lines().findFirst().orElse("");
        return answer.statusCode() == 200
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv")
                && header.startsWith(CsvLine.BYTE_ORDER_MARK)
                && (list.startsWith(TABLE)
                        || HEADER.matcher(header.substring(1)).matches());
    }

    private HttpResponse<String> get(String path, Player reader) {
        return readers.computeIfAbsent(reader, each -> new PageReader(each, client))
                .get(path);
    }
}
