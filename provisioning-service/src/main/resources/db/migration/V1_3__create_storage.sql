create table storage (
    storage_id   uuid        not null primary key,
    account_id   uuid        not null,
    title        text        not null,
    size         int         not null constraint storage_size_is_sane check (size between 1 and 4096), -- GiB
    tier         text        not null,
    zone         text        not null,
    type         text        not null,
    state        text        not null,
    encrypted    boolean     not null,
    labels       text        not null,
    part_of_plan boolean     not null,
    source       uuid, -- the template or storage it was cloned from
    created_at   timestamptz not null
);
create index storage_of_account on storage (account_id, created_at, storage_id);
create index storage_by_label on storage using gin (label_terms(labels));

create table storage_attachment (
    storage_id uuid    not null primary key references storage,
    server_id  uuid    not null,
    address    text    not null,
    position   int     not null,
    type       text    not null,
    made       boolean not null, -- for this server, by its deployment
    constraint storage_attachment_address_is_free unique (server_id, address)
);
