package io.handover.provisioning.incus;

import io.handover.provisioning.compute.ComputeRefused;
import io.handover.provisioning.compute.MachineSpec;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a guest needs for root to log in, written into its files, whether it runs or not: nothing of it is in Incus'
 * configuration, log or events.
 */
final class RootLogin {

    private static final String SHADOW = "/etc/shadow";
    private static final String HOSTNAME = "/etc/hostname";
    private static final String SSH = "/root/.ssh";
    private static final String AUTHORIZED_KEYS = SSH + "/authorized_keys";

    private final IncusApi incus;
    private final Clock clock;

    RootLogin(IncusApi incus, Clock clock) {
        this.incus = incus;
        this.clock = clock;
    }

    /** Before its first start. Who had an owner before keeps its password when there is no other one. */
    Uni<Void> prepare(Instance instance, MachineSpec spec) {
        Optional<String> hash = Optional.ofNullable(spec.rootPasswordHash())
                .or(() -> instance.is(Keys.SERVED) ? Optional.empty() : Optional.of(Shadow.LOCKED));
        return hash.map(given -> setPassword(instance.name(), given))
                .orElse(Uni.createFrom().voidItem())
                .chain(() -> addKeys(instance.name(), spec.sshKeys()))
                .chain(() -> name(instance.name(), spec.hostname()));
    }

    /** Root has this one from now on. */
    Uni<Void> setPassword(String instance, String hash) {
        return incus.read(instance, SHADOW).chain(found -> {
            GuestFile before = found.orElseThrow(() -> new ComputeRefused("the guest has no " + SHADOW));
            GuestFile after = before.holding(Shadow.withRoot(before.content(), hash, today()));
            return incus.write(instance, SHADOW, after).onTermination().invoke(() -> {
                before.wipe();
                after.wipe();
            });
        });
    }

    private Uni<Void> addKeys(String instance, List<String> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return incus.read(instance, AUTHORIZED_KEYS)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : incus.write(instance, SSH, GuestFile.directory("0700"))
                                .replaceWith(GuestFile.ofRoot(new byte[0], "0600")))
                .chain(file -> incus.write(
                        instance, AUTHORIZED_KEYS, file.holding(AuthorizedKeys.with(file.content(), keys))));
    }

    /** An image may have a template for the file, by which Incus writes it anew at the first start. */
    private Uni<Void> name(String instance, String hostname) {
        byte[] line = (hostname + "\n").getBytes(StandardCharsets.UTF_8);
        return incus.write(instance, HOSTNAME, GuestFile.ofRoot(line, "0644"))
                .chain(() -> incus.get("/instances/" + instance + "/metadata"))
                .chain(metadata -> {
                    String template = metadata.path("templates")
                            .path(HOSTNAME)
                            .path("template")
                            .asText();
                    return template.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : incus.writeTemplate(instance, template, line);
                });
    }

    private long today() {
        return Duration.ofMillis(clock.millis()).toDays();
    }
}
