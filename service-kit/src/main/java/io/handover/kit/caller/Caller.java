package io.handover.kit.caller;

import java.util.Optional;
import java.util.UUID;

/**
 * On whose behalf a request is made, as identity-service signed it.
 *
 * @param accountId the main account whose workspace this is
 * @param userId the main account itself, or one of its members
 * @param username the name it signs in with
 * @param main whether it is the main account
 * @param tokenId the API token that was used, if one was
 * @param createsTokens whether it may make API tokens: a token must have been given that right
 */
public record Caller(
        UUID accountId, UUID userId, String username, boolean main, Optional<UUID> tokenId, boolean createsTokens) {}
