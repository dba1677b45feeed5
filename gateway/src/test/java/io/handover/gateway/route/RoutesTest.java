package io.handover.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.gateway.upstream.Upstream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private static final URI ANYWHERE = URI.create("http://localhost:1");

    private final Routes routes = new Routes(new Table(
            Map.of("identity", ANYWHERE, "provisioning", ANYWHERE),
            Map.of("identity", Set.of("/1.3/account"), "provisioning", Set.of("/1.3/server", "/1.3/account/quota")),
            Set.of("POST /v1/accounts"),
            Set.of("POST /v1/callbacks/sms"),
            Set.of("GET /openapi")));

    @ParameterizedTest
    @CsvSource({
        "/1.3/account,identity",
        "/1.3/account/,identity",
        "/1.3/account/list,identity",
        "/1.3/%61ccount,identity",
        "/1.3/account/quota,provisioning",
        "/1.3/account/quota/x,provisioning",
        "/1.3/account/quotas,identity",
        "/1.3/server?account,provisioning"
    })
    void findsTheServiceOfTheLongestPrefix(String path, String service) {
        assertThat(find(path)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/1.3", "/1.3/accounts", "/1.3/Account", "/v1/account", "/x/1.3/account"})
    void findsNothingElse(String path) {
        assertThat(find(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/v1/accounts,true",
        "POST,/v1/accounts/,true",
        "POST,/v1/accounts/x,false",
        "POST,/v1,false",
        "GET,/v1/accounts,false",
        "post,/v1/accounts,false"
    })
    void opensAMethodOfAWholePath(String method, String path, boolean open) {
        assertThat(routes.isOpen(method, RequestTarget.parse(path))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/v1/callbacks/sms,true",
        "POST,/v1/callbacks/sms?delivery=x,true",
        "POST,/v1/callbacks/sms/x,false",
        "POST,/v1/callbacks,false",
        "GET,/v1/callbacks/sms,false"
    })
    void letsProvidersComeBackToAWholePath(String method, String path, boolean callback) {
        assertThat(routes.isCallback(method, RequestTarget.parse(path))).isEqualTo(callback);
        assertThat(routes.isOpen(method, RequestTarget.parse(path))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"GET,/openapi,true", "GET,/openapi/,true", "POST,/openapi,false", "GET,/openapi/x,false"})
    void answersAMethodOfAWholePathItself(String method, String path, boolean own) {
        assertThat(routes.isOwn(method, RequestTarget.parse(path))).isEqualTo(own);
    }

    @Test
    void doesNotStartWithARouteToAServiceThatHasNoAddress() {
        assertThatThrownBy(() -> new Routes(
                        new Table(Map.of(), Map.of("identity", Set.of("/1.3/account")), Set.of(), Set.of(), Set.of())))
                .hasMessage("handover.gateway.upstreams.identity is missing");
    }

    private Optional<String> find(String path) {
        return routes.find(RequestTarget.parse(path)).map(Upstream::name);
    }

    private record Table(
            Map<String, URI> upstreams,
            Map<String, Set<String>> routes,
            Set<String> open,
            Set<String> callbacks,
            Set<String> own)
            implements RouteConfig {}
}
