/** Who is calling: a password or an API token becomes a short-lived access token that every service can check. */
@NullMarked
package io.handover.identity.signin;

import org.jspecify.annotations.NullMarked;
