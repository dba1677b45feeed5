/** The API as a document: what the services say of themselves, as one. */
@NullMarked
package io.handover.gateway.document;

import org.jspecify.annotations.NullMarked;
