/** Permissions: which member controls which target, granted and revoked by the main account. */
@NullMarked
package io.handover.permission.grant;

import org.jspecify.annotations.NullMarked;
