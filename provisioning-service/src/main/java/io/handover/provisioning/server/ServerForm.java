package io.handover.provisioning.server;

import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.catalogue.Plan;
import io.handover.provisioning.label.Label;
import io.handover.provisioning.label.Labels;
import java.util.List;
import java.util.Optional;

/**
 * What a server is to be, after all rules were checked.
 *
 * @param memoryAmount MiB
 */
record ServerForm(
        String hostname,
        String title,
        String zone,
        String plan,
        int coreNumber,
        int memoryAmount,
        List<Label> labels,
        ServerSettings settings) {

    /** A new server. Refuses the first field that breaks a rule. */
    static ServerForm of(CreateServer.Fields wish, Catalogue catalogue) {
        String hostname = ServerRules.hostname(wish.hostname());
        String title = ServerRules.title(wish.title());
        String zone = ServerRules.required("zone", wish.zone());
        if (catalogue.zone(zone).isEmpty()) {
            throw ServerRefusals.unknownZone(zone);
        }
        String plan = ServerRules.orElse(wish.plan(), ServerRules.CUSTOM);
        ServerRules.Size size = ServerRules.size(plan(plan, catalogue), wish.coreNumber(), wish.memoryAmount());
        List<Label> labels =
                Labels.checked(wish.labels() == null ? null : wish.labels().label());
        ServerSettings settings = ServerRules.settings(ServerSettings.DEFAULT, wish);
        return new ServerForm(hostname, title, zone, plan, size.cores(), size.memory(), labels, settings);
    }

    /** The same server after a change. Only what is said changes. */
    ServerForm with(CreateServer.Fields wish, Catalogue catalogue) {
        String planned = ServerRules.orElse(wish.plan(), plan);
        Optional<Plan> named = plan(planned, catalogue);
        ServerRules.Size size = ServerRules.size(
                named,
                wish.coreNumber() == null && named.isEmpty() ? Integer.valueOf(coreNumber) : wish.coreNumber(),
                wish.memoryAmount() == null && named.isEmpty() ? Integer.valueOf(memoryAmount) : wish.memoryAmount());
        return new ServerForm(
                wish.hostname() == null ? hostname : ServerRules.hostname(wish.hostname()),
                wish.title() == null ? title : ServerRules.title(wish.title()),
                zone,
                planned,
                size.cores(),
                size.memory(),
                wish.labels() == null ? labels : Labels.checked(wish.labels().label()),
                ServerRules.settings(settings, wish));
    }

    /** Empty for a custom server. */
    Optional<Plan> plan(Catalogue catalogue) {
        return catalogue.plan(plan);
    }

    private static Optional<Plan> plan(String name, Catalogue catalogue) {
        Optional<Plan> plan = catalogue.plan(name);
        if (plan.isEmpty() && !name.equals(ServerRules.CUSTOM)) {
            throw ServerRefusals.bad("plan", "must be the name of a plan, or custom.");
        }
        return plan;
    }
}
