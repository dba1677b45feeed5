package io.handover.identity.account;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.handover.kit.secret.Secret;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON string as a secret, so that no request record holds a password in the clear. Clients that have none to
 * say send an empty one.
 */
class SecretReader extends StdDeserializer<Secret> {

    private static final long serialVersionUID = 1;

    SecretReader() {
        super(Secret.class);
    }

    @Override
    public @Nullable Secret deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return context.reportInputMismatch(this, "a string is wanted");
        }
        String text = json.getText();
        return text.isEmpty() ? null : Secret.of(text.toCharArray());
    }
}
