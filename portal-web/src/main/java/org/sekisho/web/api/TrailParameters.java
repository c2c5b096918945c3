package org.sekisho.web.api;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What narrows the trail. */
public class TrailParameters {

    /** A part of the actor's name or e-mail, of an agreement's number or of the act; or a whole id. */
    @QueryParam("q")
    @Nullable
    String words;

    /** {@code agreement.sign}. */
    @QueryParam("act")
    @Nullable
    String act;

    /** The first word of acts: {@code agreement}. */
    @QueryParam("area")
    @Nullable
    String area;

    /** A person by id or e-mail, or {@code system:…}. */
    @QueryParam("actor")
    @Nullable
    String actor;

    /** By id or short name. */
    @QueryParam("organisation")
    @Nullable
    String organisation;

    /** By id, or as {@code agreement:<id>}. */
    @QueryParam("subject")
    @Nullable
    String subject;

    /** By id or number. */
    @QueryParam("agreement")
    @Nullable
    String agreement;

    /** {@code done}, {@code refused} or {@code failed}. */
    @QueryParam("outcome")
    @Nullable
    String outcome;

    /** The first instant, RFC 3339. */
    @QueryParam("from")
    @Nullable
    String from;

    /** The first instant after the last, RFC 3339. */
    @QueryParam("until")
    @Nullable
    String until;
}
