package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.AccessLogRow;
import org.sekisho.domain.assurance.engagement.DeclarationState;
import org.sekisho.domain.assurance.engagement.EngagementRow;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.assurance.engagement.Independence;
import org.sekisho.domain.assurance.engagement.RequestRow;
import org.sekisho.domain.assurance.engagement.RequestState;
import org.sekisho.domain.assurance.evidence.EvidenceState;
import org.sekisho.domain.assurance.pack.PackState;
import org.sekisho.domain.shared.Days;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Say;

/** Words and tones that the pages of audits share. */
@Named
@RequestScoped
public class AuditWords {

    private static final String GOOD = "chip-good";
    private static final String BAD = "chip-bad";
    private static final String INFO = "chip-info";
    private static final String SOON = "chip-soon";
    private static final String OVER = "";
    private static final int KILO = 1_000;
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    @Inject
    private Say say;

    @Inject
    private Moments moments;

    @Inject
    private Me me;

    /** "Audit AUD-FY2026-Q2, Aoba Bank". */
    public String title(EngagementRow row) {
        return say.text("audit.name", Map.of("number", row.number(), "organisation", row.audited()));
    }

    /** "1 Jul 2026 – 30 Sep 2026". */
    public String period(Period period) {
        return period.days() == 1 ? moments.day(period.first()) : moments.between(period.first(), period.last());
    }

    /** "Jul 2026". */
    public String month(YearMonth month) {
        return format("audit.month", month);
    }

    /** "Jul". */
    public String monthShort(YearMonth month) {
        return format("audit.month-short", month);
    }

    /** "9 Aug". */
    public String dayOfMonth(LocalDate day) {
        return format("audit.day-of-month", day);
    }

    private String format(String key, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(say.text(key, Map.of()), me.getLocale())
                .format(time);
    }

    /** How far a day is, to its end. */
    public String relative(LocalDate day) {
        return moments.relative(Days.endOf(day));
    }

    public boolean isOverdue(EngagementRow row) {
        return row.isOverdue(moments.getToday());
    }

    public boolean isLate(RequestRow row) {
        return row.isOverdue(moments.getToday());
    }

    /** "4.6 GB". */
    public String bytes(long count) {
        int unit = 0;
        double amount = count;
        while (amount >= KILO && unit < UNITS.length - 1) {
            amount /= KILO;
            unit++;
        }
        double rounded = unit == 0 || amount >= 100 ? Math.round(amount) : Math.round(amount * 10) / 10.0;
        return say.text("size." + UNITS[unit], Map.of("amount", rounded));
    }

    /** "about 40 s left". */
    public String left(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        return seconds < 90
                ? say.text("pack.left-seconds", Map.of("count", seconds))
                : say.text("pack.left-minutes", Map.of("count", Math.round(seconds / 60.0)));
    }

    /** The class of a label's chip. */
    public String tlp(Tlp label) {
        return switch (label) {
            case CLEAR -> "tlp-clear";
            case GREEN -> "tlp-green";
            case AMBER -> "tlp-amber";
            case AMBER_STRICT -> "tlp-amber-strict";
            case RED -> "tlp-red";
        };
    }

    /** A label as FIRST writes it, in every language. */
    public String label(Tlp label) {
        return "TLP:" + label.name().replace('_', '+');
    }

    /** Why a pack failed, in a sentence. */
    public String failure(String code) {
        return say.find("pack-failure." + code).orElseGet(() -> say.text("pack-failure.other", Map.of("code", code)));
    }

    /** What an auditor did, by the act's name in the trail and what it was done with. */
    public String act(AccessLogRow row) {
        String act = "audit-act-name." + row.act();
        return row.subject()
                .flatMap(subject -> say.find(act + "." + subject.kind()))
                .or(() -> say.find(act))
                .or(() -> say.find("trail-act." + row.act()))
                .orElse(row.act());
    }

    /** The clause that asks for a section of evidence. */
    public String clause(EvidenceSection section) {
        return say.of("clause", section.clause());
    }

    public String tone(EngagementState state) {
        return switch (state) {
            case FIELDWORK, REPORTING -> INFO;
            case SCHEDULED, CLOSED -> OVER;
        };
    }

    public String requestTone(RequestState state) {
        return switch (state) {
            case OPEN -> SOON;
            case ANSWERED -> INFO;
            case ACCEPTED -> GOOD;
            case RETURNED -> BAD;
            case WITHDRAWN -> "";
        };
    }

    public String evidenceTone(EvidenceState state) {
        return switch (state) {
            case RECEIVED -> INFO;
            case ACCEPTED -> GOOD;
            case RETURNED -> BAD;
            case WITHDRAWN -> OVER;
        };
    }

    public String packTone(PackState state) {
        return switch (state) {
            case QUEUED, BUILDING -> INFO;
            case READY -> GOOD;
            case FAILED -> BAD;
        };
    }

    public String independenceTone(Independence independence) {
        return switch (independence) {
            case ACCEPTED -> GOOD;
            case MISSING, PENDING -> SOON;
            case REFUSED, EXPIRED -> BAD;
        };
    }

    public String declarationTone(DeclarationState state) {
        return switch (state) {
            case DECLARED -> SOON;
            case ACCEPTED -> GOOD;
            case REFUSED -> BAD;
        };
    }
}
