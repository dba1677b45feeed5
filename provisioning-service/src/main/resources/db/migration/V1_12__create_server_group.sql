create table server_group (
    group_id      uuid        not null primary key,
    account_id    uuid        not null,
    title         text        not null,
    anti_affinity text        not null,
    labels        text        not null,
    created_at    timestamptz not null
);
create index server_group_of_account on server_group (account_id, created_at);

alter table server add column server_group uuid references server_group;
create index server_of_group on server (server_group) where server_group is not null;
