package io.handover.provisioning;

import io.handover.events.Topics;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.events.permission.PermissionRevoked;
import io.handover.kit.caller.Caller;
import io.handover.test.topic.TestTopic;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Says what permission-service says. */
public final class TestGrants {

    public static final TestTopic<PermissionEvent> TOPIC = new TestTopic<>(Topics.PERMISSION_PERMISSION);

    private TestGrants() {}

    /** A member may control a target. */
    public static ProducerRecord<String, String> grant(Caller member, String type, String identifier) {
        return TOPIC.say(granted(member, type, identifier, false));
    }

    /** A member may control a target and its storages. */
    public static ProducerRecord<String, String> grantWithStorages(Caller member, String type, String identifier) {
        return TOPIC.say(granted(member, type, identifier, true));
    }

    /** A member may no longer control a target. */
    public static ProducerRecord<String, String> revoke(Caller member, String type, String identifier) {
        return TOPIC.say(revoked(member, type, identifier));
    }

    /** A request of somebody who knows of an event. */
    public static RequestSpecification asAfter(ProducerRecord<String, String> record, Caller caller) {
        return TestServers.as(caller)
                .header("Handover-Account-Version", "permission.permission.v1=" + TestTopic.versionOf(record));
    }

    public static PermissionGranted granted(Caller member, String type, String identifier, boolean storage) {
        return new PermissionGranted(
                member.accountId(),
                UUID.randomUUID(),
                member.userId(),
                member.username(),
                type,
                identifier,
                storage,
                member.accountId());
    }

    public static PermissionRevoked revoked(Caller member, String type, String identifier) {
        return new PermissionRevoked(
                member.accountId(), UUID.randomUUID(), member.userId(), member.username(), type, identifier);
    }
}
