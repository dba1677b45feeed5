create table offered_key (
    key_id     uuid        not null primary key,
    public_key text        not null,
    offered_at timestamptz not null
);
