package org.sekisho.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.container.regime.Bank;
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
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));
    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();
    private final List<String> wrong = new ArrayList<>();

    /** What isn't as it must be, over all lists and everybody who keeps them. */
    List<String> wrong() {
        UUID agreement = bank.thing("agreement");
        UUID audit = bank.thing("engagement");
        Player coordinator = regime.player(Role.COORDINATOR);
        Player administrator = regime.player(Role.ADMINISTRATOR);
        for (String list : List.of("/agreements", "/audits", "/trainings", "/freezes", "/trail")) {
            check(list, coordinator);
        }
        for (String list : List.of("/people", "/organisations", "/roles", "/sessions", "/mails")) {
            check(list, administrator);
        }
        for (String tab : List.of("versions", "people", "environments", "timeline")) {
            check("/agreement?id=" + agreement + "&tab=" + tab, coordinator);
        }
        check("/agreement?id=" + agreement + "&tab=phases", coordinator);
        check("/suspensions?agreement=" + agreement, coordinator);
        check("/person?id=" + bank.thing("person"), administrator);
        check("/organisation?id=" + regime.authority(), administrator);
        check("/account", coordinator);
        check("/people-import", bank.person(Role.ORGANISATION_ADMINISTRATOR));
        check("/remarks?agreement=" + agreement, coordinator);
        check("/remarks?agreement=" + agreement + "&of=comments", coordinator);
        for (String tab : List.of("requests", "evidence", "packs", "team", "declarations", "log")) {
            check("/audit?id=" + audit + "&tab=" + tab, coordinator);
        }
        check("/audit?id=" + audit + "&tab=packs&pack=" + bank.thing("pack"), coordinator);
        Player auditor = regime.player(Role.AUDITOR);
        check("/audit?id=" + audit + "&tab=samples", auditor);
        check("/audit-sample?id=" + bank.thing("sample"), auditor);
        check("/audit-sample-population?id=" + bank.thing("sample"), auditor);
        check("/signing-authorities?organisation=" + bank.organisation(), coordinator);
        check("/playbook?id=" + bank.thing("playbook"), bank.person(Role.SECURITY_REVIEWER));
        check("/playbooks", bank.person(Role.SECURITY_REVIEWER));
        check("/people-import?id=" + bank.thing("import"), bank.person(Role.ORGANISATION_ADMINISTRATOR));
        return wrong;
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
        try {
            return client.send(
                    HttpRequest.newBuilder(portal.resolve(path))
                            .header("Cookie", reader.cookie())
                            .build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
