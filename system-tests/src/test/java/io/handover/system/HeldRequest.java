package io.handover.system;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** A request for a token of which the last byte is kept back, so that whoever is asked cannot answer yet. */
final class HeldRequest implements AutoCloseable {

    private static final String BODY = "{\"name\":\"held\",\"expires_in\":\"1h\"}";

    private final Socket connection;

    private HeldRequest(Socket connection) {
        this.connection = connection;
    }

    static HeldRequest at(URI gateway, Caller caller) throws IOException {
        var connection = new Socket(gateway.getHost(), gateway.getPort());
        String head = """
                POST /1.3/account/tokens HTTP/1.1\r
                Host: localhost\r
                Authorization: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(caller.authorization(), BODY.length());
        connection.getOutputStream().write((head + BODY.substring(0, BODY.length() - 1)).getBytes(US_ASCII));
        return new HeldRequest(connection);
    }

    /** Lets the last byte go. Returns all that comes before the connection is closed. */
    String complete() throws IOException {
        connection.getOutputStream().write(BODY.charAt(BODY.length() - 1));
        return new String(connection.getInputStream().readAllBytes(), US_ASCII);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
