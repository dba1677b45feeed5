/** What a password may be, and how it is kept without being known. */
@NullMarked
package io.handover.identity.password;

import org.jspecify.annotations.NullMarked;
