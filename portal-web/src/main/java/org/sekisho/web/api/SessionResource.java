package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.signin.Client;
import org.sekisho.domain.party.signin.SessionKind;
import org.sekisho.domain.shared.Checks;
import org.sekisho.ejb.party.SignIn;
import org.sekisho.ejb.party.SignInService;
import org.sekisho.ejb.party.SignedIn;
import org.sekisho.ejb.shared.Caller;

/** Signing in and out of REST. */
@Path("/session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    @Inject
    private SignInService signIns;

    @Context
    private HttpServletRequest request;

    /** @param otp the one-time code, where a second factor is enrolled */
    public record Credentials(@Nullable String username, @Nullable String password, @Nullable String otp) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Credentials[]";
        }
    }

    /** @param token for {@code Authorization: Bearer …} */
    public record Opened(String token, Instant expiresAt) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Opened[" + expiresAt + "]";
        }
    }

    /** 201 with a new token; 401 when anything is wrong, with the code {@code account.second-factor-needed} when only that is missing. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@Nullable Credentials body) {
        Credentials given = Checks.require(body, "body");
        SignedIn signedIn = signIns.signIn(new SignIn(
                Checks.require(given.username(), "username"),
                Checks.require(given.password(), "password"),
                given.otp() == null ? "" : given.otp(),
                SessionKind.API,
                Client.of(Caller.current().address(), request.getHeader("User-Agent"))));
        return Response.status(Response.Status.CREATED)
                .entity(new Opened(signedIn.token(), signedIn.expiresAt()))
                .build();
    }

    /** 204; the token opens nothing from now on. */
    @DELETE
    public void end() {
        signIns.signOut();
    }
}
