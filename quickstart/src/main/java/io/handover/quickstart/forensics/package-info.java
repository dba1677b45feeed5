/**
 * Whether anything is left of root passwords whose deliveries ended: deploys servers under faults, searches every place
 * where a password might have stayed, and plays the attacker who has all copies.
 */
@NullMarked
package io.handover.quickstart.forensics;

import org.jspecify.annotations.NullMarked;
