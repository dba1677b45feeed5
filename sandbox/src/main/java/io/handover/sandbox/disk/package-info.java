/** Disks: names and sizes that machines refer to. */
@NullMarked
package io.handover.sandbox.disk;

import org.jspecify.annotations.NullMarked;
