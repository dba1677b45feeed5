-- Keys of before lay open and served many deliveries. What is still sealed to them ends as failed.
drop table delivery_key_use;
drop table delivery_key;

-- A private key that opens one box, wrapped by a key-encryption key that is not in this database.
create table delivery_key (
    key_id          uuid        not null,
    kek_id          uuid        not null, -- the key-encryption key
    wrapped_private bytea       not null,
    usable_until    timestamptz not null, -- nothing is sealed to it from then on
    expires_at      timestamptz not null, -- and destroyed then, whatever happened
    delivery_id     uuid, -- which it is spent on; null before
    constraint delivery_key_pk primary key (key_id),
    constraint delivery_key_serves_one_delivery unique (delivery_id),
    constraint delivery_key_outlasts_its_offer check (usable_until < expires_at)
);

create index delivery_key_by_expiry on delivery_key (expires_at);
create index delivery_key_unspent on delivery_key (usable_until) where delivery_id is null;
