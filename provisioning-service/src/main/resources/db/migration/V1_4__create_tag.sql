create table tag (
    account_id  uuid not null,
    tag         text not null, -- in lower case: names compare without case
    name        text not null,
    description text not null,
    constraint tag_pk primary key (account_id, tag)
);

create table server_tag (
    server_id  uuid not null,
    account_id uuid not null,
    tag        text not null,
    created_at timestamptz not null, -- of the server; the database fills it in
    constraint server_tag_pk primary key (server_id, tag),
    constraint server_tag_exists foreign key (account_id, tag) references tag
);
create index server_tag_by_tag on server_tag (account_id, tag, created_at, server_id);
