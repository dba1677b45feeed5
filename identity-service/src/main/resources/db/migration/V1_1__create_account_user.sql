-- Main accounts and members alike: a main account is the user whose id is the account's.
create table account_user (
    user_id             uuid        not null,
    account_id          uuid        not null,
    username            text        not null,
    password_hash       text        not null,
    first_name          text        not null,
    last_name           text        not null,
    company             text        not null,
    address             text        not null,
    postal_code         text        not null,
    city                text        not null,
    state               text        not null,
    country             text        not null,
    phone               text        not null, -- E.164
    email               text        not null,
    vat_number          text        not null,
    currency            text        not null,
    language            text        not null,
    timezone            text        not null,
    allow_api           boolean     not null,
    allow_gui           boolean     not null,
    allow_third_parties boolean     not null,
    roles               text[]      not null,
    ip_filters          text[]      not null,
    labels              text[]      not null, -- key=value
    created_at          timestamptz not null,
    version             integer     not null,
    constraint account_user_pk primary key (user_id)
);

create unique index account_user_username_unique on account_user (lower(username));
create index account_user_by_account on account_user (account_id, created_at);
