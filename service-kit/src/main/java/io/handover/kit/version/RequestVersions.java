package io.handover.kit.version;

import io.handover.events.Topic;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.TreeMap;

/** What one request has changed, by topic; nothing outside of a request. */
@ApplicationScoped
class RequestVersions {

    private final Instance<Advanced> advanced;

    RequestVersions(Instance<Advanced> advanced) {
        this.advanced = advanced;
    }

    void advanced(Topic<?> topic, long version, boolean withdraws) {
        if (Arc.container().requestContext().isActive()) {
            advanced.get().add(topic.name(), version, withdraws);
        }
    }

    AccountVersionHeader changed() {
        return advanced.get().changed();
    }

    /** What of that takes away what somebody could do. */
    AccountVersionHeader withdrawn() {
        return advanced.get().withdrawn();
    }

    @RequestScoped
    static class Advanced {
        private final Map<String, Long> changed = new TreeMap<>();
        private final Map<String, Long> withdrawn = new TreeMap<>();

        void add(String topic, long version, boolean withdraws) {
            changed.merge(topic, version, Math::max);
            if (withdraws) {
                withdrawn.merge(topic, version, Math::max);
            }
        }

        AccountVersionHeader changed() {
            return new AccountVersionHeader(Map.copyOf(changed));
        }

        AccountVersionHeader withdrawn() {
            return new AccountVersionHeader(Map.copyOf(withdrawn));
        }
    }
}
