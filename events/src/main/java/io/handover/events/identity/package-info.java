/** What identity says: accounts opened, members added, tokens revoked. */
@NullMarked
package io.handover.events.identity;

import org.jspecify.annotations.NullMarked;
