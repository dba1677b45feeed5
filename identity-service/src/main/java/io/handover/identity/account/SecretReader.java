package io.handover.identity.account;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.handover.kit.secret.Secret;
import java.io.IOException;

/** Reads a JSON string as a secret, so that no request record holds a password in the clear. */
class SecretReader extends StdDeserializer<Secret> {

    private static final long serialVersionUID = 1;

    SecretReader() {
        super(Secret.class);
    }

    @Override
    public Secret deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return context.reportInputMismatch(this, "a string is wanted");
        }
        return Secret.of(json.getText().toCharArray());
    }
}
