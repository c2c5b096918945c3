package org.sekisho.ejb.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.sekisho.domain.report.severity.CveId;
import org.sekisho.domain.report.severity.ExploitPrediction;
import org.sekisho.domain.report.severity.Exploitation;
import org.sekisho.domain.report.severity.ExploitationLists;
import org.sekisho.domain.report.severity.KnownExploited;
import org.sekisho.domain.report.severity.ListEdition;

/**
 * What CISA's catalogue of known exploited flaws (KEV) and FIRST's prediction (EPSS) say of a report's CVE numbers. Not to be listed, not to
 * have a number and not to have the list are three things.
 *
 * @param applicable whether the report has a CVE number
 * @param knownCve of those in the catalogue the one that came into it first
 * @param knownSince the day on which it did
 * @param ransomware whether it is known to be used for ransom
 * @param knownEdition the day of the catalogue's edition; empty where none was loaded
 * @param predictedCve the one that is most likely exploited
 * @param probability of that within 30 days, from 0 to 1
 * @param percentile the part of all flaws that are at most as likely, from 0 to 1
 * @param predictionEdition the day of the prediction; empty where none was loaded
 */
public record PublishedLists(
        boolean applicable,
        Optional<String> knownCve,
        Optional<LocalDate> knownSince,
        boolean ransomware,
        Optional<LocalDate> knownEdition,
        Optional<String> predictedCve,
        Optional<BigDecimal> probability,
        Optional<BigDecimal> percentile,
        Optional<LocalDate> predictionEdition) {

    static PublishedLists of(Collection<CveId> numbers, ExploitationLists lists) {
        Exploitation found = Exploitation.of(numbers, lists);
        return new PublishedLists(
                found.applicable(),
                found.known().map(each -> each.cve().value()),
                found.known().map(KnownExploited::added),
                found.known().filter(KnownExploited::ransomware).isPresent(),
                lists.knownEdition().map(ListEdition::day),
                found.prediction().map(each -> each.cve().value()),
                found.prediction().map(ExploitPrediction::probability),
                found.prediction().map(ExploitPrediction::percentile),
                lists.predictionEdition().map(ListEdition::day));
    }
}
