package io.handover.identity.account;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.handover.kit.refusal.Refusal;
import io.handover.kit.secret.Secret;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of a main account or a member. Absent, {@code null} and empty texts leave things as they are; a
 * list that is present replaces the old one.
 *
 * @param unknown fields that do not exist
 */
public record UserDetails(
        @Nullable String username,

        @JsonDeserialize(using = SecretReader.class) @Nullable
        Secret password,

        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String company,
        @Nullable String address,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String state,
        @Nullable String country,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String vatNumber,
        @Nullable String currency,
        @Nullable String language,
        @Nullable String timezone,
        @Nullable String allowApi,
        @Nullable String allowGui,

        @JsonProperty("enable_3rd_party_services") @Nullable String enableThirdPartyServices,

        @Nullable Roles roles,
        @Nullable IpFilters ipFilters,
        @Nullable List<Label> labels,
        @Nullable ServerAccess serverAccess,
        @Nullable StorageAccess storageAccess,
        @Nullable NetworkAccess networkAccess,
        @Nullable TagAccess tagAccess,
        @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

    /** Contact roles. */
    public record Roles(@Nullable List<String> role) {}

    /** Where API calls may come from; empty is everywhere. */
    public record IpFilters(@Nullable List<String> ipFilter) {}

    /** Servers to control. */
    public record ServerAccess(@Nullable List<Server> server) {

        /** A server, or {@code *}. */
        public record Server(
                @Nullable String uuid, @Nullable String storage) {}
    }

    /** Storages to control: ids, or {@code *}. */
    public record StorageAccess(@Nullable List<String> storage) {}

    /** Networks to control: ids, or {@code *}. */
    public record NetworkAccess(@Nullable List<String> network) {}

    /** Tags whose servers to control. */
    public record TagAccess(@Nullable List<Tag> tag) {

        /** A tag, or {@code *}. */
        public record Tag(@Nullable String name, @Nullable String storage) {}
    }

    /** Refuses fields that do not exist: a misspelt limit must not pass for one that is set. */
    public UserDetails refuseUnknown() {
        if (unknown != null && !unknown.isEmpty()) {
            String name = unknown.keySet().iterator().next();
            throw Refusal.invalid("UNKNOWN_ATTRIBUTE", "The attribute " + name + " is unknown.");
        }
        return this;
    }
}
