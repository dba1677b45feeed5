-- Servers, storages and tags as provisioning-service tells of them. A deleted server or storage leaves its row behind:
-- its id never comes back, so nothing that arrives late may be granted on it. A tag's name may come back.
create table target (
    account_id        uuid    not null,
    target_type       text    not null,
    target_identifier text    not null,
    created_by        uuid, -- null for tags
    gone              boolean not null,
    constraint target_pk primary key (target_type, target_identifier, account_id)
);

create index target_by_creator on target (created_by) where not gone;

create table server_tag (
    server_id  uuid not null,
    account_id uuid not null,
    tag        text not null, -- in lower case
    constraint server_tag_pk primary key (server_id, tag)
);

create index server_tag_by_tag on server_tag (account_id, tag);
