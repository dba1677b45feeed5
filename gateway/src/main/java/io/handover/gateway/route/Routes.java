package io.handover.gateway.route;

import io.handover.gateway.upstream.Upstream;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of configuration, ready to be asked. A path that is not in it does not exist. */
@Singleton
public final class Routes {

    private final List<Route> longestFirst;
    private final Map<String, Upstream> upstreams;
    private final Set<Opening> open;
    private final Set<Opening> callbacks;
    private final Set<Opening> own;

    Routes(RouteConfig config) {
        upstreams = config.upstreams().entrySet().stream()
                .map(entry -> new Upstream(entry.getKey(), entry.getValue()))
                .collect(Collectors.toUnmodifiableMap(Upstream::name, upstream -> upstream));
        longestFirst = config.routes().entrySet().stream()
                .flatMap(entry -> routes(upstream(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingInt(Route::length).reversed())
                .toList();
        open = openings(config.open());
        callbacks = openings(config.callbacks());
        own = openings(config.own());
    }

    /** The service that a path belongs to. */
    public Optional<Upstream> find(RequestTarget target) {
        return longestFirst.stream()
                .filter(route -> route.covers(target.segments()))
                .map(Route::upstream)
                .findFirst();
    }

    /** All services. */
    Collection<Upstream> upstreams() {
        return upstreams.values();
    }

    /** Whether a request needs no credential. */
    public boolean isOpen(String method, RequestTarget target) {
        return open.contains(new Opening(method, target.segments()));
    }

    /** Whether a request is a provider's, who has no credential and comes often. */
    public boolean isCallback(String method, RequestTarget target) {
        return callbacks.contains(new Opening(method, target.segments()));
    }

    /** Whether the gateway answers a request itself. */
    public boolean isOwn(String method, RequestTarget target) {
        return own.contains(new Opening(method, target.segments()));
    }

    /**
     * A service by its name.
     *
     * @throws IllegalStateException when configuration has none of that name
     */
    public Upstream upstream(String name) {
        Upstream upstream = upstreams.get(name);
        if (upstream == null) {
            throw new IllegalStateException("handover.gateway.upstreams." + name + " is missing");
        }
        return upstream;
    }

    private static Set<Opening> openings(Set<String> methodsAndPaths) {
        return methodsAndPaths.stream().map(Opening::parse).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Route> routes(Upstream upstream, Set<String> paths) {
        return paths.stream().map(path -> new Route(RequestTarget.parse(path).segments(), upstream));
    }

    private record Route(List<String> prefix, Upstream upstream) {

        boolean covers(List<String> segments) {
            return segments.size() >= length() && segments.subList(0, length()).equals(prefix);
        }

        int length() {
            return prefix.size();
        }
    }

    private record Opening(String method, List<String> segments) {

        static Opening parse(String methodAndPath) {
            String[] parts = methodAndPath.strip().split(" +", 2);
            return new Opening(parts[0], RequestTarget.parse(parts[1]).segments());
        }
    }
}
