/** Members of a workspace: added, limited and removed by its main account. */
@NullMarked
package io.handover.identity.member;

import org.jspecify.annotations.NullMarked;
