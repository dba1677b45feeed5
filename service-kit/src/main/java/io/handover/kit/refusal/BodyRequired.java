package io.handover.kit.refusal;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Refuses an absent body, and {@code null} as one, wherever a body is read. */
@Provider
public class BodyRequired implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw Refusal.invalid("REQUEST_INVALID", "The body is missing.");
        }
        return body;
    }
}
