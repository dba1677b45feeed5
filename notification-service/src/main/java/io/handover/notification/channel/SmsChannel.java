package io.handover.notification.channel;

import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import io.handover.events.DeliveryMethod;
import io.handover.notification.channel.SendResult.Accepted;
import io.handover.notification.channel.SendResult.Refused;
import io.handover.notification.channel.SendResult.TryLater;
import io.handover.notification.channel.SendResult.Uncertain;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** SMS, by Twilio's Messages API. */
@ApplicationScoped
class SmsChannel implements Channel {

    /** The provider itself says that it has not taken the message. */
    private static final Set<Integer> NOT_NOW = Set.of(429, 500, 503);

    /** About our own account at the provider: the operator can mend it, so it is not for good. */
    private static final Set<Integer> OUR_CREDENTIALS = Set.of(401, 403);

    private final Optional<Account> account;
    private final StatusCallbacks callbacks;
    private final Vertx vertx;

    SmsChannel(SmsConfig config, ChannelConfig channels, StatusCallbacks callbacks, Vertx vertx) {
        this.account = Account.of(config, new TwilioHttp(config.url(), channels.timeout()));
        this.callbacks = callbacks;
        this.vertx = vertx;
    }

    private record Account(TwilioRestClient client, String from) {

        /** Empty unless all of it is configured. */
        static Optional<Account> of(SmsConfig config, TwilioHttp http) {
            return config.accountSid()
                    .flatMap(sid -> config.authToken()
                            .flatMap(token -> config.from().map(from -> new Account(client(sid, token, http), from))));
        }

        /**
         * Answers quote the message, and the buffers that Jackson otherwise keeps for the next one keep what they held.
         */
        private static TwilioRestClient client(String sid, String token, TwilioHttp http) {
            TwilioRestClient client =
                    new TwilioRestClient.Builder(sid, token).httpClient(http).build();
            client.getObjectMapper().getFactory().setRecyclerPool(JsonRecyclerPools.nonRecyclingPool());
            return client;
        }
    }

    @Override
    public DeliveryMethod method() {
        return DeliveryMethod.SMS;
    }

    @Override
    public boolean isReady() {
        return account.isPresent();
    }

    @Override
    public Uni<SendResult> send(PasswordMessage message) {
        return account.map(sender -> send(message, sender))
                .orElseGet(() -> Uni.createFrom().item(new Refused("no SMS provider is configured")));
    }

    /** An idle worker still refers to the work it did last: that knows the secret, which is wiped, and no text. */
    private Uni<SendResult> send(PasswordMessage message, Account sender) {
        return vertx.executeBlocking(() -> send(sms(message, sender.from()), sender.client()), false);
    }

    /** Twilio's library takes a String, which can't be wiped. It is not kept: it becomes garbage when the send ends. */
    private MessageCreator sms(PasswordMessage message, String from) {
        String body = Texts.sms(message.hostname(), message.password().reveal()).render();
        MessageCreator sms = Message.creator(new PhoneNumber(message.to()), new PhoneNumber(from), body);
        callbacks.wantedAt(message.deliveryId()).ifPresent(sms::setStatusCallback);
        return sms;
    }

    private static SendResult send(MessageCreator sms, TwilioRestClient client) {
        try {
            return new Accepted(sms.create(client).getSid());
        } catch (ApiConnectionException unanswered) {
            return judge(unanswered.getCause());
        } catch (ApiException answered) {
            return judge(answered);
        }
    }

    static SendResult judge(@Nullable Throwable failure) {
        boolean neverLeft = failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException;
        return neverLeft
                ? new TryLater("the SMS provider can't be reached")
                : new Uncertain("the connection to the SMS provider broke");
    }

    /** No status: the answer could not be read. Any other 5xx is somebody's in between, who doesn't know either. */
    static SendResult judge(ApiException answered) {
        int status = answered.getStatusCode() == null ? 0 : answered.getStatusCode();
        String said = answered.getCode() == null ? "" + status : status + " (error " + answered.getCode() + ")";
        if (NOT_NOW.contains(status) || OUR_CREDENTIALS.contains(status)) {
            return new TryLater("the SMS provider put it off with " + said);
        }
        return status >= 400 && status < 500
                ? new Refused("the SMS provider refused it with " + said)
                : new Uncertain("the SMS provider's answer can't be read");
    }
}
