package io.handover.gateway.route;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Map;
import java.util.Set;

@ConfigMapping(prefix = "handover.gateway")
interface RouteConfig {

    /** Where each service is, by name: scheme, host and port. */
    Map<String, URI> upstreams();

    /** Which paths belong to a service, with all that is below them; the longest match wins. */
    Map<String, Set<String>> routes();

    /** What needs no credential: a method, a space and a whole path. */
    Set<String> open();

    /** Where providers come back without a credential: a method, a space and a whole path. */
    Set<String> callbacks();

    /** What is answered here, without a credential: a method, a space and a whole path. */
    Set<String> own();
}
