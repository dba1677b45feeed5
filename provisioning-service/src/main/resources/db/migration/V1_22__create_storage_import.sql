create table storage_import (
    storage_id      uuid        not null primary key,
    source          text        not null,
    source_location text, -- null for an upload
    created_at      timestamptz not null
);
