package org.sekisho.web.shared;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/** Remembers the language of this browser, so that the sign-in page speaks it too. */
final class LanguageCookie {

    private static final String NAME = "sekisho-language";

    private LanguageCookie() {}

    static Optional<Locale> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (NAME.equals(cookie.getName())) {
                return known(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    static void write(HttpServletResponse response, Locale locale, boolean secure) {
        Cookie cookie = new Cookie(NAME, locale.getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(Math.toIntExact(Duration.ofDays(365).toSeconds()));
        response.addCookie(cookie);
    }

    /** The first language the browser asks for that there is; English where there is none. */
    static Locale preferred(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> known(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static Optional<Locale> known(String tag) {
        return switch (tag) {
            case "en" -> Optional.of(Locale.ENGLISH);
            case "ja" -> Optional.of(Locale.JAPANESE);
            default -> Optional.empty();
        };
    }
}
