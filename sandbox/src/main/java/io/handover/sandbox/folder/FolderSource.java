package io.handover.sandbox.folder;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

@Singleton
class FolderSource {

    @Produces
    @Singleton
    StateFolder folder(FolderConfig config) {
        return StateFolder.open(config.folder());
    }

    void close(@Disposes StateFolder folder) {
        folder.close();
    }
}
