package org.sekisho.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.junit.jupiter.api.Test;

class TestServletAddressTest {

    @Test
    void aServerWhoseServletsWereNotReadIsAskedAtItsRoot() {
        HTTPContext context = deployed();
        assertEquals(
                "http://127.0.0.1:8080/",
                context.getServletByName(TestServletAddress.SERVLET)
                        .getBaseURI()
                        .toString());
    }

    @Test
    void aServletThatWasReadStaysAsItIs() {
        HTTPContext context = deployed(new Servlet(TestServletAddress.SERVLET, "/elsewhere"));
        assertEquals(1, context.getServlets().size());
        assertEquals(
                "http://127.0.0.1:8080/elsewhere/",
                context.getServletByName(TestServletAddress.SERVLET)
                        .getBaseURI()
                        .toString());
    }

    private static HTTPContext deployed(Servlet... read) {
        HTTPContext context = new HTTPContext("127.0.0.1", 8080);
        for (Servlet servlet : read) {
            context.add(servlet);
        }
        ProtocolMetaData metaData = new ProtocolMetaData();
        metaData.addContext(context);
        TestServletAddress.addTestServlet(metaData);
        return context;
    }
}
