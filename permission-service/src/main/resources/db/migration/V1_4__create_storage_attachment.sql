-- Which servers have which storages, as provisioning-service tells: whoever was granted a server with its storages
-- controls them.
create table storage_attachment (
    storage_id uuid not null,
    server_id  uuid not null,
    account_id uuid not null,
    constraint storage_attachment_pk primary key (storage_id, server_id)
);

create index storage_attachment_by_server on storage_attachment (server_id);
