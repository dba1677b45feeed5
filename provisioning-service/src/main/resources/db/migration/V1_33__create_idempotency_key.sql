-- Which server a request with a key has made. Neither the key nor the body: a hash, and a keyed hash under the key.
create table idempotency_key (
    user_id     uuid        not null,
    key_hash    bytea       not null,
    fingerprint bytea       not null,
    server_id   uuid        not null, -- not a reference: a key outlives its server, so that none is made anew
    created_at  timestamptz not null,
    constraint idempotency_key_pk primary key (user_id, key_hash)
);

create index idempotency_key_by_age on idempotency_key (created_at);
