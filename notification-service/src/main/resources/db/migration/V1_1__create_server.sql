-- Servers that were deployed, and those that are gone; of others nothing has been heard.
create table server_fate (
    server_id    uuid not null,
    gone_because text, -- null while the server runs
    constraint server_fate_pk primary key (server_id)
);

create table server_tag (
    server_id  uuid not null,
    account_id uuid not null,
    tag        text not null, -- in lower case
    constraint server_tag_pk primary key (server_id, tag)
);

create index server_tag_by_account on server_tag (account_id, tag);
