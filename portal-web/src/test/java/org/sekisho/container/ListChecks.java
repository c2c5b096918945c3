package org.sekisho.container;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.PageReader;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.CsvLine;

/** Lists as pages show them: by each order they offer, narrowed by each filter they offer, and as CSV. */
final class ListChecks {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*[?&;](?:sort|format)=[^\"]*)\"");
    private static final Pattern CHOICE = Pattern.compile("<input type=\"radio\" name=\"([a-z]+)\" value=\"([^\"]+)\"");
    private static final Pattern HEADER = Pattern.compile("[a-z0-9]+(?:_[a-z0-9]+)*(?:,[a-z0-9]+(?:_[a-z0-9]+)*)*");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Player, PageReader> readers = new ConcurrentHashMap<>();
    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();
    private final List<ReadList> lists = new ArrayList<>();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    private record ReadList(String address, Player reader) {}

    /** What isn't as it must be, over all lists and everybody who keeps them. */
    List<String> wrong() {
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
        for (String tab : List.of("versions", "people", "environments", "timeline")) {
            list("/agreement?id=" + agreement + "&tab=" + tab, coordinator);
        }
        list("/agreement?id=" + agreement + "&tab=phases", coordinator);
        list("/suspensions?agreement=" + agreement, coordinator);
        list("/person?id=" + bank.thing("person"), administrator);
        list("/organisation?id=" + regime.authority(), administrator);
        list("/account", coordinator);
        list("/people-import", bank.person(Role.ORGANISATION_ADMINISTRATOR));
        list("/remarks?agreement=" + agreement, coordinator);
        list("/remarks?agreement=" + agreement + "&of=comments", coordinator);
        for (String tab : List.of("requests", "evidence", "packs", "team", "declarations", "log")) {
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
        list("/report-import", bank.person(Role.ANALYST));
        for (String list : List.of("/decision-tables", "/controls")) {
            list(list, coordinator);
        }
        lists.parallelStream().forEach(this::check);
        return wrong;
    }

    private void list(String address, Player reader) {
        lists.add(new ReadList(address, reader));
    }

    private void check(ReadList each) {
        check(each.address(), each.reader());
    }

    private void check(String list, Player reader) {
        HttpResponse<String> shown = get(list, reader);
        List<String> links = addresses(shown.body());
        if (shown.statusCode() != 200 || links.stream().noneMatch(link -> link.contains("format=csv"))) {
            wrong.add(list + " of " + shown.statusCode() + " offers no CSV");
        }
        for (String link : links) {
            HttpResponse<String> answer = get(link, reader);
            boolean fine = link.contains("format=csv") ? isCsv(answer) : isPage(answer, list);
            if (!fine) {
                wrong.add(link + ": " + answer.statusCode() + " "
                        + answer.body().lines().findFirst().orElse(""));
            }
        }
        Matcher choice = CHOICE.matcher(shown.body());
        while (choice.find()) {
            String narrowed = list + (list.contains("?") ? "&" : "?") + choice.group(1) + "=" + choice.group(2);
            if (!isPage(get(narrowed, reader), list)) {
                wrong.add(narrowed);
            }
        }
    }

    private static List<String> addresses(String page) {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            links.add(link.group(1).replace("&amp;", "&"));
        }
        return links;
    }

    /** A page whose links still say what the list is about. */
    private static boolean isPage(HttpResponse<String> answer, String list) {
        List<String> about = List.of(list.split("[?&]"));
        return answer.statusCode() == 200
                && addresses(answer.body()).stream()
                        .allMatch(link -> List.of(link.split("[?&]")).containsAll(about));
    }

    private static boolean isCsv(HttpResponse<String> answer) {
        String header = answer.body().lines().findFirst().orElse("");
        return answer.statusCode() == 200
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv")
                && header.startsWith(CsvLine.BYTE_ORDER_MARK)
                && HEADER.matcher(header.substring(1)).matches();
    }

    private HttpResponse<String> get(String path, Player reader) {
        return readers.computeIfAbsent(reader, each -> new PageReader(each, client))
                .get(path);
    }
}
