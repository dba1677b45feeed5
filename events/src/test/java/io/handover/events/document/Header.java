package io.handover.events.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.handover.events.AccountScoped;
import java.util.stream.Stream;

/** A header of a record, as the CloudEvents Kafka binding (1.0.2) has it in binary mode. */
record Header(String name, String type, String format, boolean always, String description) {

    static Stream<Header> of(Class<?> event) {
        var all = Stream.of(
                new Header("ce_specversion", "string", "", true, "1.0"),
                new Header("ce_id", "string", "uuid", true, "Of this event, UUIDv7; the same when it comes again"),
                new Header("ce_source", "string", "", true, "handover/<service>"),
                new Header("ce_subject", "string", "", true, "What it is about"),
                new Header("ce_time", "string", "date-time", true, "When it happened"),
                new Header("ce_actor", "string", "", false, "The user who caused it; absent for Handover itself"),
                new Header("ce_actortoken", "string", "uuid", false, "The API token that was used"),
                new Header("ce_clientaddress", "string", "", false, "From where"),
                new Header("traceparent", "string", "", false, "Its trace (W3C Trace Context), if traced"));
        var ofAccounts = Stream.of(
                new Header("ce_account", "string", "uuid", true, "The main account"),
                new Header("ce_accountversion", "string", "", true, "Its number among the account's on this topic"));
        return AccountScoped.class.isAssignableFrom(event) ? Stream.concat(all, ofAccounts) : all;
    }

    ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", type);
        if (!format.isEmpty()) {
            schema.put("format", format);
        }
        return schema.put("description", description);
    }
}
