package org.sekisho.web.party;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.party.signin.LinkPurpose;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.party.ChoosePassword;
import org.sekisho.ejb.party.LinkService;
import org.sekisho.ejb.party.LinkView;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** The page that a one-time link opens: choose a password, or read why the link can't be used. */
@Named
@RequestScoped
public class LinkPage {

    @Inject
    private LinkService links;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Notices notices;

    @Inject
    private Say say;

    @Inject
    private Moments moments;

    private @Nullable Optional<LinkView> link;
    private String password = "";
    private String repeat = "";

    /** Whether the link is good for choosing a password. */
    public boolean isUsable() {
        return find().filter(view -> view.purpose() != LinkPurpose.FIRST_ADMINISTRATOR)
                .isPresent();
    }

    /** Whether the link is good for setting the installation up. */
    public boolean isFirst() {
        return find().filter(view -> view.purpose() == LinkPurpose.FIRST_ADMINISTRATOR)
                .isPresent();
    }

    public boolean isInvitation() {
        return find().filter(view -> view.purpose() == LinkPurpose.INVITATION).isPresent();
    }

    public String getEmail() {
        return find().flatMap(LinkView::email).orElse("");
    }

    /** For whom the link is, and until when. */
    public String getAbout() {
        LinkView view = find().orElseThrow();
        return say.text(
                "link.for",
                Map.of(
                        "email", getEmail(),
                        "organisation", view.organisation().map(say::name).orElse(""),
                        "until", moments.time(view.expiresAt())));
    }

    /** Chooses the password and leads to the sign-in page. */
    public void choose() {
        if (!password.equals(repeat)) {
            notices.wrong("repeat", "link.differs");
        } else if (isUsable()) {
            links.choosePassword(new ChoosePassword(token(), password));
            notices.done("link.done", Map.of());
            notices.leadTo("/sign-in");
        }
    }

    String token() {
        String token = request.getParameter("token");
        return token == null ? "" : token;
    }

    private Optional<LinkView> find() {
        if (link == null) {
            link = look();
        }
        return link;
    }

    private Optional<LinkView> look() {
        try {
            return Optional.of(links.look(token()));
        } catch (Refusal refusal) {
            if (refusal.code() == AccountError.LINK_INVALID) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password == null ? "" : password;
    }

    public String getRepeat() {
        return repeat;
    }

    public void setRepeat(@Nullable String repeat) {
        this.repeat = repeat == null ? "" : repeat;
    }
}
