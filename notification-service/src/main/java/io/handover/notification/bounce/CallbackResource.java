package io.handover.notification.bounce;

import io.handover.notification.channel.StatusCallbacks;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Where providers say what became of a message. They have no credential of an account. What is well said is answered
 * 204, also when it is about nothing that is known here: no provider could do anything about it.
 */
@Path("/v1/callbacks")
@PermitAll
class CallbackResource {

    private final BounceService bounces;
    private final StatusCallbacks callbacks;
    private final BounceConfig config;

    CallbackResource(BounceService bounces, StatusCallbacks callbacks, BounceConfig config) {
        this.bounces = bounces;
        this.callbacks = callbacks;
        this.config = config;
    }

    /** Twilio's status callback. */
    @POST
    @Path("sms")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Void> sms(
            @RestQuery @Nullable UUID delivery,
            @RestHeader("X-Twilio-Signature") @Nullable String signature,
            MultivaluedMap<String, String> form) {
        if (!callbacks.areExpected()) {
            throw BounceRefusals.notExpected();
        }
        Map<String, String> said = firsts(form);
        if (delivery == null || !callbacks.areGenuine(delivery, said, signature)) {
            throw BounceRefusals.notGenuine();
        }
        return bounces.takeStatus(
                delivery, said.getOrDefault("MessageSid", ""), said.get("MessageStatus"), said.get("ErrorCode"));
    }

    /** A mail that came back. */
    @POST
    @Path("email")
    @Consumes("message/rfc822")
    public Uni<Void> email(
            @RestHeader("X-Callback-Token") @Nullable String token,
            @RestHeader("X-Envelope-To") @Nullable String recipient,
            byte[] mail) {
        String expected = config.token().orElseThrow(BounceRefusals::notExpected);
        if (token == null || !isSame(token, expected)) {
            throw BounceRefusals.wrongToken();
        }
        if (mail.length > config.maxMail().asLongValue()) {
            throw BounceRefusals.tooLarge(config.maxMail().asLongValue());
        }
        return bounces.takeMail(mail, recipient).replaceWithVoid();
    }

    /** A parameter that comes twice is not Twilio's; its signature would not fit. */
    private static Map<String, String> firsts(MultivaluedMap<String, String> form) {
        return form.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
