package io.handover.sandbox.folder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

@ConfigMapping(prefix = "handover.sandbox")
interface FolderConfig {

    /** Where machines and disks are kept. */
    @WithDefault(".handover/sandbox")
    Path folder();
}
