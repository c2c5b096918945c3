package org.sekisho.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.shared.PageRequest;

/** What a list's address asks for. */
class ListStateTest {

    @Test
    void aListThatIsUsuallyDescendingAsksForThatByName() {
        PageRequest page = list(Map.of(), List.of("-arrived", "size")).page();
        assertEquals(Optional.of("arrived"), page.sort());
        assertTrue(page.descending());
    }

    @Test
    void aListThatIsUsuallyAscendingKeepsItsOwnOrder() {
        PageRequest page = list(Map.of(), List.of("due", "number")).page();
        assertEquals(Optional.empty(), page.sort());
        assertFalse(page.descending());
    }

    @Test
    void theAddressTurnsTheOrderRound() {
        PageRequest page = list(Map.of("sort", "arrived"), List.of("-arrived")).page();
        assertEquals(Optional.of("arrived"), page.sort());
        assertFalse(page.descending());
    }

    @Test
    void whatTheListCantBeSortedByIsLeftOut() {
        assertEquals("none", list(Map.of("sort", "password"), List.of("due")).order("password"));
    }

    @Test
    void whatAListIsAboutStaysInEveryAddressAndNarrowsNothing() {
        Map<String, String> given = Map.of("id", "7", "tab", "people", "after", "xyz", "from", "26");
        ListState list = ListState.within(request(given), List.of("id", "tab"), List.of("state"), List.of("person"));

        assertFalse(list.isNarrowed());
        assertEquals("/list?id=7&tab=people", list.getWhole());
        assertEquals("/list?id=7&tab=people&sort=-person", list.sortedBy("person"));
        assertEquals("/list?id=7&tab=people&format=csv", list.getCsv());
        assertEquals("/list?id=7&tab=people&after=xyz&from=26", list.getHere());
    }

    @Test
    void theWholeListKeepsItsOrder() {
        Map<String, String> given = Map.of("id", "7", "state", "ACTIVE", "q", "sato", "sort", "-person");
        ListState list = ListState.within(request(given), List.of("id"), List.of("state"), List.of("person"));

        assertTrue(list.isNarrowed());
        assertEquals("/list?id=7&sort=-person", list.getWhole());
    }

    private static ListState list(Map<String, String> parameters, List<String> sorts) {
        return ListState.of(request(parameters), List.of(), sorts);
    }

    private static HttpServletRequest request(Map<String, String> parameters) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ListStateTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "getRequestURI" -> "/list";
                    case "getParameter" -> parameters.get(given[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
