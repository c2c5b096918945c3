package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.apache.shiro.authz.permission.WildcardPermission;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.signin.Account;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.party.AccountService;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.web.text.Words;

/** Who is signed in, asked once per request. What it says decides only what a page offers; every use case decides for itself. */
@Named
@RequestScoped
public class Me {

    @Inject
    private AccountService accounts;

    @Inject
    private HttpServletRequest request;

    private @Nullable Account account;
    private boolean asked;
    private @Nullable RuntimeException broken;

    /** The account of the person who is signed in. */
    public Optional<Account> find() {
        if (!asked) {
            asked = true;
            account = Caller.current().sessionHash().isPresent() ? ask() : null;
        }
        if (broken != null) {
            throw broken;
        }
        return Optional.ofNullable(account);
    }

    /** The account, where a page needs somebody to be signed in. */
    public Account getAccount() {
        return find().orElseThrow(() -> new Refusal(SharedError.NOT_SIGNED_IN));
    }

    public boolean isSignedIn() {
        return find().isPresent();
    }

    /** Whether nothing but the account page is open until a second factor or a new password is settled. */
    public boolean isSecondFactorMissing() {
        return find().map(Account::isLimited).orElse(false);
    }

    /** Whether pages offer what needs this permission. */
    public boolean can(String permission) {
        WildcardPermission asked = new WildcardPermission(permission);
        return find().map(
                        who -> who.permissions().stream().anyMatch(held -> new WildcardPermission(held).implies(asked)))
                .orElse(false);
    }

    /** Leads those to the page of refusals for whom a form would only end in one. The check is the use case's. */
    public void require(String permission) {
        if (!can(permission)) {
            throw new Refusal(SharedError.NOT_PERMITTED);
        }
    }

    public boolean holds(String role) {
        return find().map(who -> who.roles().contains(Role.valueOf(role))).orElse(false);
    }

    /** The person's language; before sign-in the one chosen on this machine, else the browser's. */
    public Locale getLocale() {
        return chosen().or(() -> LanguageCookie.read(request)).orElseGet(() -> LanguageCookie.preferred(request));
    }

    /** Whether single letters act on pages; off where nobody can be asked, because then nothing waits. */
    public boolean isShortcuts() {
        try {
            return find().map(Account::shortcuts).orElse(false);
        } catch (RuntimeException unreachable) {
            return false;
        }
    }

    /** The person's own; none where nobody can be asked, because the page that says so needs a language too. */
    private Optional<Locale> chosen() {
        try {
            return find().map(Account::language).map(Locale::forLanguageTag);
        } catch (RuntimeException unreachable) {
            return Optional.empty();
        }
    }

    public String getLanguage() {
        return getLocale().getLanguage();
    }

    /** What the bar says of the person: the roles and the organisation. */
    public String getCapacity() {
        return find().map(who -> {
                    String roles = who.roles().stream()
                            .sorted()
                            .map(role -> Words.in(getLocale()).text("role." + role.name()))
                            .reduce((first, next) -> first + ", " + next)
                            .orElse("");
                    String organisation = who.organisationName()
                            .in(ReadingLanguage.ofTag(getLanguage()).orElse(ReadingLanguage.EN));
                    return roles.isEmpty() ? organisation : roles + " · " + organisation;
                })
                .orElse("");
    }

    private @Nullable Account ask() {
        try {
            return accounts.me();
        } catch (Refusal refusal) {
            if (refusal.code() == SharedError.NOT_SIGNED_IN) {
                return null;
            }
            broken = refusal;
            return null;
        } catch (RuntimeException unreachable) {
            broken = unreachable;
            return null;
        }
    }
}
