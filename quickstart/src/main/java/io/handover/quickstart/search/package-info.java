/** Whether a secret lies in the files of a folder, in any of the encodings in which it may have got there. */
@NullMarked
package io.handover.quickstart.search;

import org.jspecify.annotations.NullMarked;
