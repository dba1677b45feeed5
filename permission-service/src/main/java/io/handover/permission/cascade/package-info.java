/** What happens to members and targets, as others tell it, and what becomes of permissions then. */
@NullMarked
package io.handover.permission.cascade;

import org.jspecify.annotations.NullMarked;
