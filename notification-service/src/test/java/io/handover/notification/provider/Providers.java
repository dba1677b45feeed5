package io.handover.notification.provider;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts them, and hands them to the fields of tests. */
public final class Providers implements QuarkusTestResourceLifecycleManager {

    private final FakeMailServer mail = new FakeMailServer();
    private final FakeSmsProvider sms = new FakeSmsProvider();
    private final BounceMailbox bounces = new BounceMailbox();

    @Override
    public Map<String, String> start() {
        mail.start();
        sms.start();
        bounces.start();
        return Map.ofEntries(
                Map.entry("quarkus.mailer.host", "127.0.0.1"),
                Map.entry("quarkus.mailer.port", String.valueOf(mail.port())),
                Map.entry("handover.email.bounce-address", BounceMailbox.ADDRESS),
                Map.entry("handover.sms.url", sms.url()),
                Map.entry("handover.sms.account-sid", FakeSmsProvider.ACCOUNT_SID),
                Map.entry("handover.sms.auth-token", FakeSmsProvider.AUTH_TOKEN),
                Map.entry("handover.sms.from", FakeSmsProvider.FROM),
                Map.entry("handover.sms.callback-url", FakeSmsProvider.CALLBACK_URL + "/"),
                Map.entry("handover.bounce.token", BounceMailbox.TOKEN),
                Map.entry("handover.bounce.imap.host", "127.0.0.1"),
                Map.entry("handover.bounce.imap.port", String.valueOf(bounces.port())),
                Map.entry("handover.bounce.imap.tls", "false"),
                Map.entry("handover.bounce.imap.user", BounceMailbox.USER),
                Map.entry("handover.bounce.imap.password", BounceMailbox.PASSWORD));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(mail, new TestInjector.MatchesType(FakeMailServer.class));
        injector.injectIntoFields(sms, new TestInjector.MatchesType(FakeSmsProvider.class));
        injector.injectIntoFields(bounces, new TestInjector.MatchesType(BounceMailbox.class));
    }

    @Override
    public void stop() {
        mail.stop();
        sms.stop();
        bounces.stop();
    }
}
