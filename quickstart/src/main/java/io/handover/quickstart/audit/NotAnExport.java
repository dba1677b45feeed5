package io.handover.quickstart.audit;

/** A file is no export of an audit trail, whole or broken. */
final class NotAnExport extends Exception {

    NotAnExport(String why) {
        super(why);
    }
}
