package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.mail.MailKind;
import org.sekisho.domain.party.organisation.LinkKey;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.role.RoleAssignments;
import org.sekisho.domain.party.signin.LinkDelivery;
import org.sekisho.domain.party.signin.LinkPurpose;
import org.sekisho.domain.party.signin.OneTimeLink;
import org.sekisho.domain.party.signin.OneTimeLinks;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Mail;
import org.sekisho.ejb.shared.Mail.LinkMail;

/** Makes one-time links and lets each go its way: by mail, by the hand of the person's own administrator, or sealed to their organisation. */
@ApplicationScoped
class Links {

    private static final String PATH = "/one-time-link";

    @Inject
    private OneTimeLinks links;

    @Inject
    private RoleAssignments roles;

    @Inject
    private Organisations organisations;

    @Inject
    private Mail mail;

    @Inject
    private Settings settings;

    @Inject
    private CurrentAct act;

    /** Makes a link in place of the person's open ones; none when only another administrator may see it, or no key could seal it. */
    IssuedLink issue(Person person, LinkPurpose purpose) {
        LinkDelivery delivery =
                LinkDelivery.of(purpose, mail.isConfigured(), roles.hasOtherAdministrator(person.home(), person.id()));
        boolean own = act.actor().administers(person.home());
        Optional<LinkKey> key = organisations.require(person.home()).linkKey();
        boolean handed = delivery != LinkDelivery.ORGANISATION_ADMINISTRATOR || own;
        boolean sealable = delivery != LinkDelivery.SEALED || key.isPresent();
        if (!handed || !sealable) {
            return new IssuedLink(delivery, Optional.empty(), Optional.empty());
        }
        replaceOpen(person.id());
        return deliver(person, purpose, delivery, key);
    }

    /** Sends invitations where that needs nobody's hand; for imports, which are one event, and whose links nobody takes down. */
    void mailInvitations(List<Person> people) {
        if (!mail.isConfigured()) {
            return;
        }
        List<LinkMail> mails = new ArrayList<>(people.size());
        for (Person person : people) {
            String token = Tokens.fresh();
            OneTimeLink link =
                    OneTimeLink.to(person, token, LinkPurpose.INVITATION, LinkDelivery.MAIL, act.actor(), act.now());
            links.add(link);
            mails.add(new LinkMail(person, MailKind.INVITATION, PATH, token, link.expiresAt()));
        }
        mail.links(mails);
    }

    /** Makes the person's open links worthless. */
    void replaceOpen(UUID person) {
        links.openOf(person).forEach(link -> link.replace(act.now()));
    }

    private IssuedLink deliver(Person person, LinkPurpose purpose, LinkDelivery delivery, Optional<LinkKey> key) {
        String token = Tokens.fresh();
        OneTimeLink link = OneTimeLink.to(person, token, purpose, delivery, act.actor(), act.now());
        links.add(link);
        act.happened(link.created());
        String url = settings.publicUrl() + PATH + "?token=" + token;
        Optional<String> shown = Optional.empty();
        switch (delivery) {
            case MAIL -> mail.links(List.of(new LinkMail(person, kind(purpose), PATH, token, link.expiresAt())));
            case ORGANISATION_ADMINISTRATOR -> {
                link.requireShownTo(act.actor());
                shown = Optional.of(url);
            }
            case SEALED -> shown = Optional.of(key.orElseThrow().seal(url));
            case CONSOLE -> throw new IllegalArgumentException("Nobody is told a person's link by the console");
        }
        return new IssuedLink(delivery, shown, Optional.of(link.expiresAt()));
    }

    private static MailKind kind(LinkPurpose purpose) {
        return switch (purpose) {
            case INVITATION -> MailKind.INVITATION;
            case RESET -> MailKind.RESET;
            case FIRST_ADMINISTRATOR -> throw new IllegalArgumentException("The first administrator gets no mail");
        };
    }
}
