package org.sekisho.web.shared;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** An answer whose cookies are all Secure, those too that libraries add of themselves: behind a proxy they see plain http. */
final class SecureCookies extends HttpServletResponseWrapper {

    SecureCookies(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void addCookie(Cookie cookie) {
        cookie.setSecure(true);
        super.addCookie(cookie);
    }
}
