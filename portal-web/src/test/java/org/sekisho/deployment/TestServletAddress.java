package org.sekisho.deployment;

import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Tells Arquillian where its servlet answers, whatever the adapter read from the server's output.
 *
 * <p>The adapter of Payara Micro takes a copy of the output every 200 ms and goes on as soon as the copy names the
 * ports. The list of servlets is printed behind them: a copy taken between the two has none, and then every test of
 * the archive fails because the servlet is "not found". The archive's context root doesn't depend on what was read.
 */
public class TestServletAddress implements LoadableExtension {

    /** The name under which the protocol puts its servlet into the archive. */
    static final String SERVLET = "ArquillianServletRunnerEE9";

    /** As the archive's {@code payara-web.xml} says. */
    private static final String CONTEXT_ROOT = "/";

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Completion.class);
    }

    /** Completes the addresses of an archive that was deployed. */
    public static class Completion {

        @Inject
        private Instance<ProtocolMetaData> deployed;

        /**
         * Adds the test servlet where it is missing.
         *
         * @param event the end of a deployment
         */
        public void complete(@Observes AfterDeploy event) {
            addTestServlet(deployed.get());
        }
    }

    static void addTestServlet(ProtocolMetaData deployed) {
        for (HTTPContext context : deployed.getContexts(HTTPContext.class)) {
            if (context.getServletByName(SERVLET) == null) {
                context.add(new Servlet(SERVLET, CONTEXT_ROOT));
            }
        }
    }
}
