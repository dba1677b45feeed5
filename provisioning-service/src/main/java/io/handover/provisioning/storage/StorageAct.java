package io.handover.provisioning.storage;

/** What is done with a storage, or happens to it. */
enum StorageAct {
    CHANGE,
    ATTACH,
    DETACH,
    /** It is cloned or made a template of. */
    COPY,
    BACK_UP,
    RESTORE,
    CANCEL,
    DELETE,
    /** What went on with it has ended well. */
    END,
    /** It has not. */
    FAIL
}
