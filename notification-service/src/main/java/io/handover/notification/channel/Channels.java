package io.handover.notification.channel;

import io.handover.events.DeliveryMethod;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All ways to reach somebody. */
@ApplicationScoped
public class Channels {

    private final List<Channel> channels;
    private final ChannelConfig config;

    Channels(@All List<Channel> channels, ChannelConfig config) {
        this.channels = channels;
        this.config = config;
    }

    /** Hands a message over at most once, and never fails. */
    public Uni<SendResult> send(DeliveryMethod method, PasswordMessage message) {
        return channel(method)
                .send(message)
                .ifNoItem()
                .after(config.timeout())
                .recoverWithItem(new SendResult.Uncertain("the provider did not answer in time"))
                .onFailure()
                .invoke(failure -> Log.errorf(
                        "channel broke deliveryId=%s error=%s",
                        message.deliveryId(), failure.getClass().getName()))
                .onFailure()
                .recoverWithItem(new SendResult.Uncertain("the message got lost on its way to the provider"));
    }

    /** Whether anything can be sent this way. */
    public boolean isReady(DeliveryMethod method) {
        return channel(method).isReady();
    }

    private Channel channel(DeliveryMethod method) {
        return channels.stream()
                .filter(channel -> channel.method() == method)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no channel for " + method));
    }
}
