package org.sekisho.web.party;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"/people", "/person?id=1&act=reset", "/sessions?q=%E9%9D%92"})
    void whereThePersonWantedToGoIsWithinThePortal(String then) {
        assertEquals(then, SignInPage.within(then));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "people",
                "//elsewhere.example",
                "https://elsewhere.example",
                "/\\elsewhere.example",
                "/\t/elsewhere.example",
                "/\n/elsewhere.example",
                "/sign-in?then=/sign-in"
            })
    void nothingLeadsAwayFromThePortal(String then) {
        assertEquals("/home", SignInPage.within(then));
    }
}
