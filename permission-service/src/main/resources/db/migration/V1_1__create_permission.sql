create table permission (
    permission_id     uuid        not null,
    account_id        uuid        not null,
    user_id           uuid        not null,
    username          text        not null,
    target_type       text        not null,
    target_identifier text        not null, -- an id, a tag name in lower case, or *
    storage           boolean     not null, -- also the storages attached to the target
    granted_by        uuid        not null,
    granted_at        timestamptz not null,
    version           integer     not null,
    constraint permission_pk primary key (permission_id),
    constraint permission_once unique (user_id, target_type, target_identifier)
);

create index permission_by_target on permission (account_id, target_type, target_identifier);
