create table firewall (
    server_id uuid not null primary key references server on delete cascade,
    rules     text not null -- JSON, in order
);
