/** What outlives the process: files, written whole or not at all, for their owner only. */
@NullMarked
package io.handover.sandbox.folder;

import org.jspecify.annotations.NullMarked;
