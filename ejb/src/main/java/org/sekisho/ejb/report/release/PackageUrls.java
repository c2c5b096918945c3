package org.sekisho.ejb.report.release;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which identifiers of components are package URLs by the rules of their type (package-url/purl-spec). An advisory with one that
 * isn't fails as a whole, so what is in doubt counts as none: letters that aren't escaped, and escapes outside ASCII.
 */
final class PackageUrls {

    private static final String CHARACTER = "(?:[A-Za-z0-9._~:+-]|%[2-7][0-9A-Fa-f])";

    private static final Pattern FORM = Pattern.compile(
            "pkg:(?<type>[A-Za-z][A-Za-z0-9.+-]*)/(?<namespace>(?:C+/)*)(?<name>C+)(?:@(?<version>C+))?(?<rest>(?:\\?[A-Za-z][A-Za-z0-9._-]*=C+(?:&[A-Za-z][A-Za-z0-9._-]*=C+)*)?(?:#C+(?:/C+)*)?)"
                    .replace("C", CHARACTER));

    private static final Set<String> WITH_NAMESPACE = Set.of("bitbucket", "composer", "github", "maven", "swift");
    private static final Set<String> WITHOUT_NAMESPACE = Set.of("conan", "mlflow", "oci");
    private static final Set<String> WITH_VERSION = Set.of("cran", "swift");

    /** A version of a Go module that begins with {@code v}. */
    private static final Pattern GO_VERSION =
            Pattern.compile("v(?:0|[1-9][0-9]*)(?:\\.(?:0|[1-9][0-9]*)){2}(?:-[A-Za-z0-9][A-Za-z0-9.-]*)?");

    private static final Pattern PUB_NAME = Pattern.compile("[a-z0-9_]+");

    private PackageUrls() {}

    static boolean matches(String identifier) {
        Matcher url = FORM.matcher(identifier);
        return url.matches() && fits(url, url.group("type"));
    }

    private static boolean fits(Matcher url, String type) {
        boolean namespace = !url.group("namespace").isEmpty();
        String version = url.group("version");
        if (WITH_NAMESPACE.contains(type) && !namespace
                || WITHOUT_NAMESPACE.contains(type) && namespace
                || WITH_VERSION.contains(type) && version == null) {
            return false;
        }
        return switch (type) {
            case "conan" -> url.group("rest").isEmpty();
            case "golang" -> version == null
                    || !version.startsWith("v")
                    || GO_VERSION.matcher(version).matches();
            case "pub" -> PUB_NAME.matcher(url.group("name")).matches();
            default -> true;
        };
    }
}
