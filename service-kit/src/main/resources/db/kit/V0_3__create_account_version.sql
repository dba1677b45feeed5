-- What this service has said of an account.
create table account_version (
    account_id uuid   not null,
    topic      text   not null,
    version    bigint not null,
    constraint account_version_pk primary key (account_id, topic)
);

-- How much of what others said of an account this service has applied.
create table account_version_seen (
    account_id uuid   not null,
    topic      text   not null,
    version    bigint not null,
    constraint account_version_seen_pk primary key (account_id, topic)
);
