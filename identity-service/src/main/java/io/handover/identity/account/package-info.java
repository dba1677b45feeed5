/** Main accounts: opened by anyone, each the owner of a workspace, with details of their own. */
@NullMarked
package io.handover.identity.account;

import org.jspecify.annotations.NullMarked;
