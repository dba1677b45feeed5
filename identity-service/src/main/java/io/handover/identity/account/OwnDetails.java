package io.handover.identity.account;

import io.handover.identity.address.AddressRanges;
import io.handover.kit.caller.Caller;
import io.handover.kit.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody may say of themselves. Pure. */
final class OwnDetails {

    private static final Set<String> NO = Set.of("no", "false", "0");

    private OwnDetails() {}

    /**
     * Refuses what is not for the caller to change: 403; and what the caller could never take back: 400.
     *
     * @param clientAddress where the caller is
     */
    static void refuseForbidden(UserDetails given, Caller caller, String clientAddress) {
        forbid(access(given));
        if (!caller.main()) {
            forbid(settings(given));
        }
        if (given.password() != null && !caller.createsTokens()) {
            throw AccountRefusals.notByToken();
        }
        refuseLockout(given, clientAddress);
    }

    /** Nobody else could let a main account in again. */
    private static void refuseLockout(UserDetails given, String clientAddress) {
        if (given.allowApi() != null && NO.contains(given.allowApi())) {
            throw Refusal.invalidField("ALLOW_API_INVALID", "allow_api", "can't be no: you would lock yourself out.");
        }
        List<String> filters =
                given.ipFilters() == null ? null : given.ipFilters().ipFilter();
        if (filters == null || filters.isEmpty() || !filters.stream().allMatch(AddressRanges::isRange)) {
            return;
        }
        if (!new AddressRanges(filters).contain(clientAddress)) {
            throw Refusal.invalidField(
                    "IP_FILTERS_INVALID",
                    "ip_filters",
                    "must contain your own address, " + clientAddress + ": you would lock yourself out.");
        }
    }

    private static void forbid(Map<String, @Nullable Object> fields) {
        fields.forEach((field, value) -> {
            if (value != null && !value.equals("")) {
                throw AccountRefusals.notForYourself(field);
            }
        });
    }

    private static Map<String, @Nullable Object> access(UserDetails given) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("server_access", given.serverAccess());
        fields.put("storage_access", given.storageAccess());
        fields.put("network_access", given.networkAccess());
        fields.put("tag_access", given.tagAccess());
        return fields;
    }

    private static Map<String, @Nullable Object> settings(UserDetails given) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("allow_api", given.allowApi());
        fields.put("allow_gui", given.allowGui());
        fields.put("enable_3rd_party_services", given.enableThirdPartyServices());
        fields.put("roles", given.roles());
        fields.put("ip_filters", given.ipFilters());
        fields.put("labels", given.labels());
        return fields;
    }
}
