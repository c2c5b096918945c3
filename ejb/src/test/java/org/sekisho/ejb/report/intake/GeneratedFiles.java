package org.sekisho.ejb.report.intake;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.LongFunction;
import org.sekisho.domain.report.intake.SourceFile;

/** Files of any size that are made while they are read, with what tools write into theirs. */
final class GeneratedFiles {

    private static final String RESULT =
            """
            {"ruleId": "java/sql-injection", "ruleIndex": 0, "level": "warning",
             "message": {"text": "This query depends on a value that a user gives, which reaches it in step %1$d without a check."},
             "locations": [{"physicalLocation": {"artifactLocation": {"uri": "src/main/java/org/example/part%1$d/Session.java", "uriBaseId": "%%SRCROOT%%", "index": 5},
               "region": {"startLine": %1$d, "startColumn": 5, "endLine": 12, "endColumn": 20, "snippet": {"text": "statement.execute(select + name);"}}},
               "logicalLocations": [{"fullyQualifiedName": "org.example.Session.load", "kind": "function"}]}],
             "partialFingerprints": {"primaryLocationLineHash": "39fa2ee980eb94b0:%1$d"}, "properties": {"precision": "high"}}
            """;

    private static final String VULNERABILITY =
            """
            {"cve": "CVE-2026-%1$06d", "cwe": {"id": "CWE-89", "name": "Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')"},
             "title": "Query built from input in part %1$d", "ids": [{"system_name": "Example tracker", "text": "EX-%1$d"}],
             "notes": [{"category": "description", "text": "The server builds a query from a value that a user gives, and runs it without a check.", "title": "Description"}],
             "product_status": {"known_affected": ["P-1", "P-2"]},
             "references": [{"category": "external", "summary": "Advisory", "url": "https://advisories.example/%1$d"}],
             "scores": [{"cvss_v3": {"version": "3.1", "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "baseScore": 9.8, "baseSeverity": "CRITICAL"}, "products": ["P-1", "P-2"]}],
             "remediations": [{"category": "vendor_fix", "details": "Update to the newest version.", "product_ids": ["P-1", "P-2"]}]}
            """;

    private static final String CSAF =
            """
            {"document": {"category": "csaf_security_advisory", "csaf_version": "2.0", "title": "Advisory",
               "publisher": {"category": "vendor", "name": "Example", "namespace": "https://example.com"},
               "tracking": {"id": "EX-1", "status": "final", "version": "1", "initial_release_date": "2026-11-01T00:00:00Z", "current_release_date": "2026-11-01T00:00:00Z",
                 "revision_history": [{"date": "2026-11-01T00:00:00Z", "number": "1", "summary": "First."}]}},
             "product_tree": {"full_product_names": [{"product_id": "P-1", "name": "Server 1"}, {"product_id": "P-2", "name": "Server 2"}]},
             "vulnerabilities": [
            """;

    private static final String SARIF =
            """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "Scanner", "semanticVersion": "2.1.0", "rules": [
              {"id": "java/sql-injection", "shortDescription": {"text": "Query built from input"}, "properties": {"tags": ["external/cwe/cwe-089"]}}]}},
             "results": [
            """;

    private GeneratedFiles() {}

    /** SARIF with that many results. */
    static SourceFile sarif(long results) {
        return () -> new Generated(SARIF, i -> String.format(RESULT, i + 1), results, "]}]}");
    }

    /** CSAF 2.0 with that many vulnerabilities. */
    static SourceFile csaf(long vulnerabilities) {
        return () -> new Generated(CSAF, i -> String.format(VULNERABILITY, i), vulnerabilities, "]}");
    }

    private static final class Generated extends InputStream implements Iterator<byte[]> {

        private final String head;
        private final LongFunction<String> entry;
        private final long entries;
        private final String tail;
        private byte[] piece = {};
        private int at;
        private long next = -1;

        Generated(String head, LongFunction<String> entry, long entries, String tail) {
            this.head = head;
            this.entry = entry;
            this.entries = entries;
            this.tail = tail;
        }

        @Override
        public boolean hasNext() {
            return next <= entries;
        }

        @Override
        public byte[] next() {
            long place = next++;
            String text = place < 0 ? head : place == entries ? tail : (place == 0 ? "" : ",") + entry.apply(place);
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            while (at == piece.length) {
                if (!hasNext()) {
                    return -1;
                }
                piece = next();
                at = 0;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, bytes, offset, count);
            at += count;
            return count;
        }
    }
}
