package io.handover.identity.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What the other services need to check access tokens: for the inside only. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
class KeyResource {

    private final SigningKeys keys;
    private final SigninConfig config;
    private final Clock clock;

    KeyResource(SigningKeys keys, SigninConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** RFC 7517, section 5. */
    @GET
    @Path("jwks.json")
    public Uni<Map<String, Object>> keys() {
        return keys.ring()
                .map(ring -> Map.of(
                        "keys",
                        ring.shown(clock.instant()).stream()
                                .map(SigningKey::jwk)
                                .toList()));
    }

    /** OpenID Connect Discovery 1.0, section 3; as much of it as is true here. */
    @GET
    @Path(".well-known/openid-configuration")
    public Discovery discover() {
        return new Discovery(
                config.issuer(), config.issuer() + "/jwks.json", List.of("RS256"), List.of("public"), List.of());
    }

    record Discovery(
            String issuer,
            @JsonProperty("jwks_uri") String keys,

            @JsonProperty("id_token_signing_alg_values_supported")
            List<String> algorithms,

            @JsonProperty("subject_types_supported") List<String> subjects,
            @JsonProperty("response_types_supported") List<String> responses) {}
}
