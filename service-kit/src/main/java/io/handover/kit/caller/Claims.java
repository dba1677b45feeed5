package io.handover.kit.caller;

/** The private claims of Handover's access tokens, beside {@code sub} (the user's id) and {@code upn} (its name). */
public final class Claims {

    /** The id of the main account. */
    public static final String ACCOUNT = "account";

    /** How much had been said of the account when the session began: what was withdrawn since ends it. In decimal. */
    public static final String ACCOUNT_VERSION = "account_version";

    /** The id of the API token that was exchanged, if one was. */
    public static final String TOKEN = "token";

    /** Whether the caller may make API tokens. */
    public static final String CREATES_TOKENS = "creates_tokens";

    /** The group of main accounts. */
    public static final String MAIN = "main";

    /** The group of members. */
    public static final String MEMBER = "member";

    private Claims() {}
}
