create table api_token (
    token_id          uuid        not null,
    account_id        uuid        not null,
    user_id           uuid        not null,
    name              text        not null,
    secret_hash       bytea       not null, -- SHA-256; the token itself is kept nowhere
    can_create_tokens boolean     not null,
    gui               boolean     not null,
    allowed_ip_ranges text[]      not null,
    created_at        timestamptz not null,
    expires_at        timestamptz not null,
    last_used_at      timestamptz, -- null until the first use
    version           integer     not null,
    constraint api_token_pk primary key (token_id),
    constraint api_token_secret_unique unique (secret_hash)
);

create index api_token_by_user on api_token (user_id, created_at);
