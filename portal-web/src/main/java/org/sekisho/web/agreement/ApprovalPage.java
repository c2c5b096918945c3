package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.agreement.ApprovalRow;
import org.sekisho.domain.agreement.ApprovalState;
import org.sekisho.domain.agreement.LevelDecision;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.RecordApproval;
import org.sekisho.ejb.agreement.SigningService;
import org.sekisho.web.shared.Notices;

/** The page on which an organisation records its internal approval of the version that is to be signed. */
@Named
@RequestScoped
public class ApprovalPage {

    @Inject
    private AgreementPage page;

    @Inject
    private SignPage sign;

    @Inject
    private SigningService signing;

    @Inject
    private Notices notices;

    private String levels = "";
    private String name = "";
    private String day = "";
    private String remark = "";
    private String decision = "";

    /** The level that decides next, where an approval is under way. */
    public Optional<ApprovalRow.Level> getNext() {
        return sign.getApproval()
                .filter(approval -> approval.state() == ApprovalState.OPEN)
                .flatMap(approval -> approval.levels().stream()
                        .filter(level -> level.approved().isEmpty())
                        .findFirst());
    }

    /** Whether an approval can be planned: there is none, or the last was returned. */
    public boolean isPlannable() {
        return page.isSigning()
                && sign.getApproval()
                        .map(approval -> approval.state() == ApprovalState.RETURNED)
                        .orElse(true);
    }

    public void plan() {
        signing.planApproval(
                page.getId(),
                page.getRow().latest(),
                levels.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
        done("approval.planned");
    }

    public void approve() {
        record(true);
    }

    public void sendBack() {
        record(false);
    }

    private void record(boolean approved) {
        int level = getNext().map(ApprovalRow.Level::position).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        Optional<String> number = Optional.of(decision).filter(given -> !given.isBlank());
        signing.recordApproval(new RecordApproval(
                page.getId(),
                page.getRow().latest(),
                new LevelDecision(level, name, approved, date(), remark, number)));
        done("approval.recorded");
    }

    private LocalDate date() {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException malformed) {
            throw Refusal.of(day.isEmpty() ? SharedError.REQUIRED : SharedError.MALFORMED, "field", "day");
        }
    }

    private void done(String key) {
        notices.done(key, Map.of());
        notices.leadTo("/approval?agreement=" + page.getId());
    }

    public String getLevels() {
        return levels;
    }

    public void setLevels(String levels) {
        this.levels = levels == null ? "" : levels;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day == null ? "" : day;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark == null ? "" : remark;
    }

    public String getDecision() {
        return decision;
    }

    public void setDecision(String decision) {
        this.decision = decision == null ? "" : decision;
    }
}
