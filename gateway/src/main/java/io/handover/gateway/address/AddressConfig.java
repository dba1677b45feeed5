package io.handover.gateway.address;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "handover.gateway")
interface AddressConfig {

    /** Whose word on a client's address is believed: addresses and CIDR blocks. Nobody's, when absent. */
    Optional<List<String>> trustedProxies();
}
