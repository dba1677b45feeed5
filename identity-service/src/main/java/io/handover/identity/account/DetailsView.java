package io.handover.identity.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** What {@code GET /1.3/account/details/{username}} answers. */
record DetailsView(Account account) {

    static DetailsView of(User user, String mainAccount, AccessView access) {
        Settings settings = user.settings();
        return new DetailsView(new Account(
                user.isMain() ? "main" : "sub",
                mainAccount,
                user.username(),
                ProfileView.of(user.profile()),
                yesNo(settings.allowApi()),
                yesNo(settings.allowGui()),
                yesNo(settings.allowThirdParties()),
                new Campaigns(List.of()),
                new Roles(settings.roles()),
                new IpFilters(settings.ipFilters()),
                settings.labels().stream().map(Label::parse).toList(),
                access));
    }

    static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }

    record Account(
            String type,
            String mainAccount,
            String username,
            @JsonUnwrapped ProfileView profile,
            String allowApi,
            String allowGui,
            @JsonProperty("enable_3rd_party_services") String enableThirdPartyServices,
            Campaigns campaigns,
            Roles roles,
            IpFilters ipFilters,
            List<Label> labels,
            @JsonUnwrapped AccessView access) {}

    record Campaigns(List<String> campaign) {}

    record Roles(List<String> role) {}

    record IpFilters(List<String> ipFilter) {}
}
