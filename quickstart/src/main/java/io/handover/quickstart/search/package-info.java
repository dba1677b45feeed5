/** Whether a secret lies in files and streams, in any of the encodings in which it may have got there. */
@NullMarked
package io.handover.quickstart.search;

import org.jspecify.annotations.NullMarked;
