package io.handover.identity.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

@ConfigMapping(prefix = "handover.identity.provider")
interface ProviderConfig {

    /** Whether people sign in with tokens of another OpenID provider, too. */
    @WithDefault("false")
    boolean enabled();

    /** Where it is: its configuration is below, at {@code /.well-known/openid-configuration}. */
    @WithDefault("http://localhost:8180")
    URI url();

    /** Whom its tokens must be meant for. */
    @WithDefault("handover")
    String audience();

    /** The claim in such a token that is the bearer's user name here. */
    @WithDefault("preferred_username")
    String claim();
}
