package io.handover.gateway.credential;

import java.time.Duration;
import java.util.UUID;

/**
 * What identity-service answered for a credential.
 *
 * @param accessToken a JWT, for the services behind the gateway
 * @param lifetime how long the token is valid from when it was answered
 * @param accountId the main account
 * @param userId the main account itself or one of its members
 */
public record Session(String accessToken, Duration lifetime, UUID accountId, UUID userId) {

    @Override
    public String toString() {
        return "Session[accountId=" + accountId + ", userId=" + userId + "]";
    }
}
