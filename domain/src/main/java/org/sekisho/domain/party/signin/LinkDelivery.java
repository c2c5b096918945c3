package org.sekisho.domain.party.signin;

/**
 * How a one-time link reaches its person. Whoever sees a link can become that person, so the installation's administrator never
 * sees one of another organisation.
 */
public enum LinkDelivery {
    /** By mail to the person; nobody sees it in the portal. */
    MAIL,
    /** Without mail: the administrators of the person's home see it once and hand it over. */
    ORGANISATION_ADMINISTRATOR,
    /**
     * Without mail and without another administrator there: sealed to the organisation's own key. Whoever runs the installation passes it
     * on and can't open it.
     */
    SEALED,
    /** For the first administrator of an empty installation: it is printed where the server runs, and shown nowhere. */
    CONSOLE;

    /**
     * How a link goes.
     *
     * @param mailConfigured whether the portal can send mail
     * @param organisationHasOtherAdministrator whether the role of an administrator of the person's home, who isn't the person, is
     *     in effect; at the secretariat the installation's administrators are meant too
     */
    public static LinkDelivery of(
            LinkPurpose purpose, boolean mailConfigured, boolean organisationHasOtherAdministrator) {
        if (purpose == LinkPurpose.FIRST_ADMINISTRATOR) {
            return CONSOLE;
        }
        if (mailConfigured) {
            return MAIL;
        }
        return organisationHasOtherAdministrator ? ORGANISATION_ADMINISTRATOR : SEALED;
    }
}
