/** Who belongs to an account, as identity-service tells it. */
@NullMarked
package io.handover.permission.member;

import org.jspecify.annotations.NullMarked;
