/** Whether the API does what its documents say, asked by Schemathesis. */
@NullMarked
package io.handover.quickstart.fuzz;

import org.jspecify.annotations.NullMarked;
