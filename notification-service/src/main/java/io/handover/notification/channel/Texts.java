package io.handover.notification.channel;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The words around a password, in {@code templates/password}. */
@CheckedTemplate(basePath = "password")
final class Texts {

    private Texts() {}

    static native TemplateInstance email(String hostname, String password);

    static native TemplateInstance sms(String hostname, String password);
}
