/** What provisioning says: servers, storages, tags, and sealed passwords. */
@NullMarked
package io.handover.events.provisioning;

import org.jspecify.annotations.NullMarked;
