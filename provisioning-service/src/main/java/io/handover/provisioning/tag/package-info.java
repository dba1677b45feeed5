/** Tags, and which servers carry them. Tagging a server hands it to everyone who was granted the tag. */
@NullMarked
package io.handover.provisioning.tag;

import org.jspecify.annotations.NullMarked;
