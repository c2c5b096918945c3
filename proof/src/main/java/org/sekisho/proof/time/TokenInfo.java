package org.sekisho.proof.time;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a token says (TSTInfo; RFC 3161, section 2.4.2).
 *
 * @param imprint SHA-256 of what was stamped
 * @param time when
 */
record TokenInfo(byte[] imprint, Instant time) {

    private static final int IMPRINT = 2;
    private static final int TIME = 4;
    private static final Pattern TIME_FORM = Pattern.compile("([0-9]{14})(?:\\.([0-9]{0,8}[1-9]))?Z");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    static TokenInfo parse(byte[] content) throws TimeException {
        List<Der> info = Der.parse(content).children(Der.SEQUENCE);
        Der.require(Der.get(info, 0).integer().equals(BigInteger.ONE));
        List<Der> imprint = Der.get(info, IMPRINT).children(Der.SEQUENCE);
        Der.require(imprint.size() == 2 && imprint.get(0).algorithm().equals(Algorithms.SHA256));
        return new TokenInfo(imprint.get(1).octets(), time(Der.get(info, TIME)));
    }

    private static Instant time(Der value) throws TimeException {
        Matcher parts = TIME_FORM.matcher(value.require(Der.TIME).text());
        Der.require(parts.matches());
        try {
            Instant seconds = LocalDateTime.parse(parts.group(1), SECONDS).toInstant(ZoneOffset.UTC);
            String fraction = parts.group(2) == null ? "" : parts.group(2);
            return seconds.plusNanos(Long.parseLong((fraction + "000000000").substring(0, 9)));
        } catch (DateTimeException e) {
            throw new TimeException(TimeProblem.TOKEN_MALFORMED, e);
        }
    }
}
