package io.handover.provisioning.storage;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body that asks for an import; what is left out is null. */
record ImportStorage(@Nullable Fields storageImport) {

    Fields fields() {
        if (storageImport == null) {
            throw StorageRefusals.importMissing();
        }
        return storageImport;
    }

    record Fields(@Nullable String source, @Nullable String sourceLocation) {

        private static final String BY_HTTP = "http_import";
        private static final Set<String> SOURCES = Set.of(BY_HTTP, "direct_upload");
        private static final Pattern LOCATION = Pattern.compile("https?://[!-~]{1,2000}");

        String checkedSource() {
            if (source == null || !SOURCES.contains(source)) {
                throw StorageRefusals.badImportSource();
            }
            return source;
        }

        /** An upload has none. */
        @Nullable
        String checkedLocation() {
            if (!BY_HTTP.equals(source)) {
                return null;
            }
            if (sourceLocation == null || !LOCATION.matcher(sourceLocation).matches()) {
                throw StorageRefusals.badImportLocation();
            }
            return sourceLocation;
        }
    }
}
