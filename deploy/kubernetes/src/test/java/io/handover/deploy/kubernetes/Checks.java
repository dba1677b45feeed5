package io.handover.deploy.kubernetes;

import java.util.List;

/** All of them. */
final class Checks {

    static final List<Check> ALL = List.of(
            new Schemas(),
            new Wiring(),
            new Hardening(),
            new Configuration(),
            new References(),
            new Images(),
            new KafkaResources(),
            new AlertRules(),
            new Flows());

    private Checks() {}

    static Check named(String name) {
        return ALL.stream()
                .filter(check -> check.getClass().getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no check " + name));
    }
}
