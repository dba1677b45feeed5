package io.handover.provisioning.server;

import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.catalogue.Plan;
import io.handover.provisioning.label.Label;
import io.handover.provisioning.label.Labels;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        String zone = zone(wish.zone(), catalogue);
        wish.placement().check(zone, catalogue);
        String plan = ServerRules.orElse(wish.plan(), ServerRules.CUSTOM);
        ServerRules.Size size = ServerRules.size(plan(plan, catalogue), wish.coreNumber(), wish.memoryAmount());
        List<Label> labels =
                Labels.checked(wish.labels() == null ? null : wish.labels().label());
        ServerSettings settings = ServerRules.settings(ServerSettings.DEFAULT, wish);
        return new ServerForm(hostname, title, zone, plan, size.cores(), size.memory(), labels, settings);
    }

    /** The same server after a change. Only what is said changes; what the guest was given at first stays. */
    ServerForm with(CreateServer.Fields wish, Catalogue catalogue) {
        if (!ServerRules.orElse(wish.userData(), "").isEmpty()) {
            throw ServerRefusals.bad("user_data", "cannot be changed.");
        }
        String planned = ServerRules.orElse(wish.plan(), plan);
        Optional<Plan> named = plan(planned, catalogue);
        ServerRules.Size size = ServerRules.size(
                named,
                wish.coreNumber() == null && named.isEmpty() ? Integer.valueOf(coreNumber) : wish.coreNumber(),
                wish.memoryAmount() == null && named.isEmpty() ? Integer.valueOf(memoryAmount) : wish.memoryAmount());
        return new ServerForm(
                wish.hostname() == null ? hostname : ServerRules.hostname(wish.hostname()),
                wish.title() == null ? title : ServerRules.title(wish.title()),
                ServerRules.orElse(wish.zone(), "").isEmpty() ? zone : zone(wish.zone(), catalogue),
                planned,
                size.cores(),
                size.memory(),
                wish.labels() == null ? labels : Labels.checked(wish.labels().label()),
                ServerRules.settings(settings, wish));
    }

    /** Whether a server must be stopped to become this one. */
    boolean needsStop(ServerForm before) {
        return coreNumber != before.coreNumber
                || memoryAmount != before.memoryAmount
                || !plan.equals(before.plan)
                || !zone.equals(before.zone);
    }

    /** Empty for a custom server. */
    Optional<Plan> plan(Catalogue catalogue) {
        return catalogue.plan(plan);
    }

    static String zone(@Nullable String zone, Catalogue catalogue) {
        String wanted = ServerRules.required("zone", zone);
        if (catalogue.zone(wanted).isEmpty()) {
            throw ServerRefusals.unknownZone(wanted);
        }
        return wanted;
    }

    private static Optional<Plan> plan(String name, Catalogue catalogue) {
        Optional<Plan> plan = catalogue.plan(name);
        if (plan.isEmpty() && !name.equals(ServerRules.CUSTOM)) {
            throw ServerRefusals.bad("plan", "must be the name of a plan, or custom.");
        }
        return plan;
    }
}
