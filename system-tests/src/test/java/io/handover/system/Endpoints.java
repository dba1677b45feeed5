package io.handover.system;

import io.handover.system.Endpoint.PathId;
import java.util.List;
import java.util.stream.Stream;

/** The endpoints of {@code endpoints.md}, and the refusals that are the same for all. */
final class Endpoints {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

    private final List<Endpoint> endpoints;
    private final List<PathId> ids;

    Endpoints(ContractFile file) {
        endpoints = file.table("Endpoints").stream().map(Endpoint::of).toList();
        ids = file.table("Ids").stream().map(PathId::of).toList();
    }

    List<Endpoint> all() {
        return endpoints;
    }

    /** Who asks and for what, with and without a slash at the end of the path; the rest with it. */
    Stream<Exchange> refusals(Endpoint endpoint) {
        Stream<Exchange> twice = Stream.of(
                        strangers(endpoint),
                        otherAccounts(endpoint),
                        members(endpoint),
                        unknownIds(endpoint),
                        malformedIds(endpoint))
                .flatMap(rows -> rows)
                .flatMap(row -> Stream.of(row, row.withSlash()));
        Stream<Exchange> once =
                Stream.concat(badBodies(endpoint), wrongMethods(endpoint)).map(Exchange::withSlash);
        return Stream.concat(twice, once);
    }

    private static Stream<Exchange> strangers(Endpoint endpoint) {
        String answer = endpoint.isAboutTokens() ? "401 ERROR_UNAUTHORIZED" : "401 AUTHENTICATION_FAILED";
        return Stream.of(refused("nobody", endpoint, endpoint.path(), answer));
    }

    /** What is ada's is nothing to another account. */
    private Stream<Exchange> otherAccounts(Endpoint endpoint) {
        return ids.stream()
                .filter(id -> endpoint.path().contains(id.word()))
                .limit(1)
                .map(id -> refused("eve", endpoint, endpoint.path(), id.notFound()));
    }

    private static Stream<Exchange> members(Endpoint endpoint) {
        return Stream.of(endpoint.member())
                .filter(answer -> !answer.isEmpty())
                .map(answer -> refused("bob", endpoint, endpoint.path(), answer));
    }

    private Stream<Exchange> unknownIds(Endpoint endpoint) {
        return ids.stream().filter(id -> endpoint.path().contains(id.word())).map(id -> {
            String path = endpoint.path().replace(id.word(), id.unknown());
            return refused("ada", endpoint, path, id.notFound());
        });
    }

    private Stream<Exchange> malformedIds(Endpoint endpoint) {
        return ids.stream()
                .filter(id ->
                        endpoint.path().contains(id.word()) && !id.malformed().isEmpty())
                .map(id -> {
                    String path = endpoint.path().replace(id.word(), id.malformed());
                    return refused("ada", endpoint, path, id.invalid());
                });
    }

    private static Stream<Exchange> badBodies(Endpoint endpoint) {
        String answer = endpoint.isAboutTokens() ? "400 ERROR_BAD_REQUEST" : "400 REQUEST_INVALID";
        return endpoint.badBodies().stream()
                .map(body -> Exchange.refused("ada", endpoint.method(), endpoint.path(), body, answer));
    }

    /** Asked once for each path, though it may have several rows. */
    private Stream<Exchange> wrongMethods(Endpoint endpoint) {
        List<Endpoint> samePath = endpoints.stream()
                .filter(other -> other.pattern().equals(endpoint.pattern()))
                .toList();
        if (!samePath.getFirst().equals(endpoint)) {
            return Stream.empty();
        }
        List<String> good = samePath.stream().map(Endpoint::method).toList();
        String answer = endpoint.isAboutTokens() ? "405 ERROR_METHOD_NOT_ALLOWED" : "405 METHOD_NOT_ALLOWED";
        return METHODS.stream()
                .filter(method -> !good.contains(method))
                .map(method -> Exchange.refused("ada", method, endpoint.path(), "", answer));
    }

    private static Exchange refused(String who, Endpoint endpoint, String path, String answer) {
        return Exchange.refused(who, endpoint.method(), path, endpoint.body(), answer);
    }
}
