package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.shared.Surroundings;
import org.sekisho.web.text.Words;

/** What stands around every page: navigation by what the person may open, the banner of the demo regime, the icons. */
@Named
@RequestScoped
public class Frame {

    private static final String HOME = "/home";
    private static final List<Entry> MAIN = List.of(
            new Entry("home:read", HOME, "navigation.home", HOME),
            new Entry(
                    "agreement:read",
                    "/agreements",
                    "navigation.agreements",
                    "/agreement",
                    "/approval",
                    "/attestation",
                    "/clause",
                    "/comparison",
                    "/environment",
                    "/grant",
                    "/phase-value",
                    "/proposal",
                    "/remarks",
                    "/sign",
                    "/suspensions"),
            new Entry("report:read", "/reports", "navigation.reports", "/report", "/review-queue"),
            new Entry("escalation:read", "/escalations", "navigation.escalations", "/escalation"),
            new Entry("release:read", "/releases", "navigation.releases", "/release", "/embargo"),
            new Entry("disclosure:read", "/disclosures", "navigation.disclosures", "/disclosure"),
            new Entry("audit:read", "/audits", "navigation.audits", "/audit", "/corrective-action"),
            new Entry("control:read", "/controls", "navigation.controls", "/control-catalogue"),
            new Entry("playbook:read", "/playbooks", "navigation.playbooks", "/playbook"),
            new Entry("table:read", "/decision-tables", "navigation.decision-tables", "/decision-table"),
            new Entry("training:record", "/trainings", "navigation.trainings", "/training"),
            new Entry("trail:read", "/trail", "navigation.trail", "/trail"));
    private static final List<Entry> ADMINISTRATION = List.of(
            new Entry("person:list", "/people", "navigation.people", "/people", "/person"),
            new Entry("role:read", "/roles", "navigation.roles", "/role"),
            new Entry("review:staff", "/reviewers", "navigation.reviewers", "/reviewers"),
            new Entry("duty:read", "/duty-roster", "navigation.duty-roster", "/duty-roster"),
            new Entry("organisation:list", "/organisations", "navigation.organisations", "/organisation"),
            new Entry("session:list", "/sessions", "navigation.sessions", "/session"),
            new Entry("mail:list", "/mails", "navigation.mails", "/mail"),
            new Entry(
                    "exploitation:load", "/exploitation-lists", "navigation.exploitation-lists", "/exploitation-lists"),
            new Entry("freeze:read", "/freezes", "navigation.freezes", "/freeze"));

    @Inject
    private Me me;

    @Inject
    private MyQueue queue;

    @Inject
    private Settings settings;

    @Inject
    private Surroundings surroundings;

    @Inject
    private Moments moments;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    /** A place in the navigation. */
    public record Place(String path, String key, String current, int waiting, boolean more) {

        public String getPath() {
            return path;
        }

        /** How many things wait for the person there. */
        public int getWaiting() {
            return waiting;
        }

        /** Whether more than that wait. */
        public boolean isMore() {
            return more;
        }

        public String getKey() {
            return key;
        }

        /** The value of {@code aria-current}: {@code page} here, {@code true} on a page below, else {@code false}. */
        public String getCurrent() {
            return current;
        }
    }

    /** Pages whose address begins with one of the stems stand below the entry. */
    private record Entry(String permission, String path, String key, List<String> stems) {

        Entry(String permission, String path, String key, String... stems) {
            this(permission, path, key, List.of(stems));
        }

        String current(String here) {
            if (here.equals(path)) {
                return "page";
            }
            return stems.stream().anyMatch(here::startsWith) ? "true" : "false";
        }
    }

    public List<Place> getMain() {
        return places(MAIN);
    }

    public List<Place> getAdministration() {
        return places(ADMINISTRATION);
    }

    public boolean isDemo() {
        return settings.demo();
    }

    /** What the banner of the demo regime says: that all is invented, and what its clock shows when it was moved. */
    public String getDemoWords() {
        Duration offset = surroundings.clockOffset();
        if (offset.isZero()) {
            return Words.in(me.getLocale()).text("demo.invented");
        }
        return Words.in(me.getLocale())
                .text(
                        offset.isNegative() ? "demo.moved-back" : "demo.moved",
                        Map.of("days", offset.abs().toDays(), "now", moments.time(clock.instant())));
    }

    /** The address of the icons, to which {@code #name} is added. */
    public String getIcons() {
        return FacesContext.getCurrentInstance()
                .getApplication()
                .getResourceHandler()
                .createResource("icons.svg", "sekisho")
                .getRequestPath();
    }

    private List<Place> places(List<Entry> entries) {
        String here = request.getRequestURI().replace(".xhtml", "");
        return entries.stream()
                .filter(entry -> me.can(entry.permission()))
                .map(entry -> new Place(
                        entry.path(),
                        entry.key(),
                        entry.current(here),
                        entry.path().equals(HOME) ? queue.items().size() : 0,
                        entry.path().equals(HOME) && queue.hasMore()))
                .toList();
    }
}
