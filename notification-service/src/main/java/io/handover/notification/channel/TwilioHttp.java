package io.handover.notification.channel;

import com.twilio.constant.EnumConstants;
import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.apache.hc.core5.http.Header;

/**
 * How Twilio's library reaches the network. Its own client sends again by itself when an answer is an error, can't go
 * to another address, and logs bodies when it is told to debug; this one does none of that. A new connection for each
 * message: on one that is kept, nobody could tell whether a message had left before it broke.
 */
final class TwilioHttp extends HttpClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Header[] NO_HEADERS = {};

    private final URI base;
    private final Duration timeout;

    TwilioHttp(URI base, Duration timeout) {
        this.base = base;
        this.timeout = timeout;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        HttpRequest posted = HttpRequest.newBuilder(here(URI.create(request.getUrl())))
                .timeout(timeout)
                .header("Authorization", request.getAuthString())
                .header("Accept", "application/json")
                .header("Content-Type", EnumConstants.ContentType.FORM_URLENCODED.getValue())
                .POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()))
                .build();
        try (var client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build()) {
            HttpResponse<String> answer = client.send(posted, HttpResponse.BodyHandlers.ofString());
            return new Response(answer.body(), answer.statusCode(), NO_HEADERS);
        } catch (IOException failed) {
            throw new ApiConnectionException("no answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("interrupted", interrupted);
        }
    }

    private URI here(URI twilio) {
        String address = base.toString();
        return URI.create(
                (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + twilio.getRawPath());
    }
}
