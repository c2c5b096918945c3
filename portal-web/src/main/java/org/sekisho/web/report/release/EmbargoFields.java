package org.sekisho.web.report.release;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.shared.Days;
import org.sekisho.web.shared.FormValues;

/** What is entered about an embargo. Days and times are those of Japan; an answer is due at the end of its day. */
public class EmbargoFields {

    private String day = "";
    private String time = "";
    private String answerDay = "";
    private String reason = "";
    private String[] asked = {};

    Instant end() {
        return FormValues.requireMoment(day, time);
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
