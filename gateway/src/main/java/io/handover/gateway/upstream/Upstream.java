package io.handover.gateway.upstream;

import java.net.URI;

/**
 * A service behind the gateway.
 *
 * @param name as the routes call it
 * @param url scheme, host and port; it has no path of its own
 */
public record Upstream(String name, URI url) {

    /** The service that knows every credential. */
    public static final String IDENTITY = "identity";

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Whether an answer of this service may mean that a credential no longer works. */
    public boolean ownsCredentials() {
        return name.equals(IDENTITY);
    }

    boolean isEncrypted() {
        return "https".equals(url.getScheme());
    }

    /** The URL's, or its scheme's. */
    public int port() {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return isEncrypted() ? HTTPS : HTTP;
    }
}
