/** What a customer does: calls the API, reads what arrived, and logs in. */
@NullMarked
package io.handover.quickstart.client;

import org.jspecify.annotations.NullMarked;
