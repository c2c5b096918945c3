package org.sekisho.web.report.release;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.web.shared.FormValues;

/** What is entered about an embargo. Its end is a moment of the zone that is chosen; an answer is due at the end of its day in Japan. */
public class EmbargoFields {

    private String day = "";
    private String time = "";
    private String zone = Days.ZONE.getId();
    private String answerDay = "";
    private String reason = "";
    private String[] asked = {};

    Instant end() {
        return end(zone());
    }

    /** In the zone in which the embargo was proposed. */
    Instant end(ZoneId meant) {
        return FormValues.requireMoment(day, time, meant);
    }

    ZoneId zone() {
        if (!EmbargoZones.ALL.contains(zone)) {
            throw Refusal.of(SharedError.REQUIRED, "field", "zone");
        }
        return ZoneId.of(zone);
    }

    Instant answerBy() {
        return Days.endOf(FormValues.requireDay(answerDay, "answerDay"));
    }

    List<UUID> organisations() {
        return Arrays.stream(asked)
                .map(each -> FormValues.requireChosen(each, "asked"))
                .toList();
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = FormValues.text(day);
    }

    public String getTime() {
        return time;
    }

    public void setTime(String time) {
        this.time = FormValues.text(time);
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = FormValues.text(zone);
    }

    public String getAnswerDay() {
        return answerDay;
    }

    public void setAnswerDay(String answerDay) {
        this.answerDay = FormValues.text(answerDay);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = FormValues.text(reason);
    }

    public String[] getAsked() {
        return asked.clone();
    }

    public void setAsked(String[] asked) {
        this.asked = asked == null ? new String[0] : asked.clone();
    }
}
