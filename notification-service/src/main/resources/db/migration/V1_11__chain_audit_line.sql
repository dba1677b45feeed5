-- Where the trail of each account ends.
create table audit_chain (
    account_id     uuid        not null,
    size           bigint      not null,
    hash           bytea       not null, -- the last line's
    checkpoint     text, -- a signed note of both; null before the first line
    announced_size bigint      not null default 0, -- what others have heard of
    announced_at   timestamptz not null default now(),
    constraint audit_chain_pk primary key (account_id)
);

create index audit_chain_to_announce on audit_chain (announced_at) where announced_size < size;

-- Not null once the lines that were there are chained: V1_12, in Java, because that signs.
alter table audit_line
    add column sequence bigint,
    add column hash     bytea;
