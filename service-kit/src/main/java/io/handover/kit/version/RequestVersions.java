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

    void advanced(Topic<?> topic, long version) {
        if (Arc.container().requestContext().isActive()) {
            advanced.get().add(topic.name(), version);
        }
    }

    AccountVersionHeader header() {
        return advanced.get().header();
    }

    @RequestScoped
    static class Advanced {
        private final Map<String, Long> versions = new TreeMap<>();

        void add(String topic, long version) {
            versions.merge(topic, version, Math::max);
        }

        AccountVersionHeader header() {
            return new AccountVersionHeader(Map.copyOf(versions));
        }
    }
}
