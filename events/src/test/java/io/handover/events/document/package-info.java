/** The contract as documents: JSON Schemas and AsyncAPI, made from the records and their Javadoc. */
@NullMarked
package io.handover.events.document;

import org.jspecify.annotations.NullMarked;
