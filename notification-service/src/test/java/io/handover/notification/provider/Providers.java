package io.handover.notification.provider;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts both, and hands them to the fields of tests. */
public final class Providers implements QuarkusTestResourceLifecycleManager {

    private final FakeMailServer mail = new FakeMailServer();
    private final FakeSmsProvider sms = new FakeSmsProvider();

    @Override
    public Map<String, String> start() {
        mail.start();
        sms.start();
        return Map.of(
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                String.valueOf(mail.port()),
                "handover.sms.url",
                sms.url(),
                "handover.sms.account-sid",
                FakeSmsProvider.ACCOUNT_SID,
                "handover.sms.auth-token",
                FakeSmsProvider.AUTH_TOKEN,
                "handover.sms.from",
                FakeSmsProvider.FROM);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(mail, new TestInjector.MatchesType(FakeMailServer.class));
        injector.injectIntoFields(sms, new TestInjector.MatchesType(FakeSmsProvider.class));
    }

    @Override
    public void stop() {
        mail.stop();
        sms.stop();
    }
}
