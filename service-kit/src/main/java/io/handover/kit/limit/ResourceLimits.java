package io.handover.kit.limit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How much of each resource an account may use, by UpCloud's names. As JSON it is the {@code resource_limits} of
 * {@code GET /1.3/account}. What Handover does not have is shown, because clients look for it, and limits nothing.
 */
@ConfigMapping(prefix = "handover.resource-limits")
public interface ResourceLimits {

    /** Cores of all servers together. */
    @JsonProperty
    @WithDefault("100")
    int cores();

    /** Memory of all servers together, MiB. */
    @JsonProperty
    @WithDefault("307200")
    int memory();

    /** Private networks. */
    @JsonProperty
    @WithDefault("100")
    int networks();

    /** Public IPv4 addresses. */
    @JsonProperty
    @WithDefault("100")
    int publicIpv4();

    /** Public IPv6 addresses. */
    @JsonProperty
    @WithDefault("100")
    int publicIpv6();

    /** Storages of tier {@code hdd} together, GiB. */
    @JsonProperty
    @WithDefault("10240")
    int storageHdd();

    /** Storages of tier {@code standard} together, GiB. */
    @JsonProperty
    @WithDefault("10240")
    int storageSsd();

    /** Storages of tier {@code maxiops} together, GiB. */
    @JsonProperty
    @WithDefault("10240")
    int storageMaxiops();

    /** Addresses that belong to no server. */
    @JsonProperty
    @WithDefault("10")
    int detachedFloatingIps();

    /** Load balancers. */
    @JsonProperty
    @WithDefault("50")
    int loadBalancers();

    /** Object storages. */
    @JsonProperty
    @WithDefault("20")
    int managedObjectStorages();

    /** Network peerings. */
    @JsonProperty
    @WithDefault("100")
    int networkPeerings();

    /** Traffic beyond the plans', GiB. */
    @JsonProperty
    @WithDefault("20000")
    int ntpExcessGib();

    /** Graphics processors. */
    @JsonProperty
    @WithDefault("0")
    int gpus();

    /** Tags. */
    @JsonProperty
    @WithDefault("200")
    int tags();
}
