create table delivery_key (
    key_id         uuid        not null,
    private_keyset bytea       not null, -- Tink's binary form
    offered_at     timestamptz not null,
    constraint delivery_key_pk primary key (key_id)
);

-- Which deliveries still need a key.
create table delivery_key_use (
    delivery_id uuid not null,
    key_id      uuid not null,
    constraint delivery_key_use_pk primary key (delivery_id),
    constraint delivery_key_use_key_exists foreign key (key_id) references delivery_key
);

create index delivery_key_use_by_key on delivery_key_use (key_id);
