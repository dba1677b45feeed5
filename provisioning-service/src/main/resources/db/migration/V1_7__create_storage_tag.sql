-- The tags of the server that a storage is attached to: who is granted a tag with storages lists them in the order of
-- their age by an index, however many there are. The database keeps it, whoever tags, attaches and detaches.
create table storage_tag (
    storage_id uuid        not null,
    server_id  uuid        not null,
    account_id uuid        not null,
    tag        text        not null,
    created_at timestamptz not null, -- of the storage
    constraint storage_tag_pk primary key (storage_id, tag),
    constraint storage_tag_is_attached foreign key (storage_id) references storage_attachment on delete cascade,
    constraint storage_tag_is_tagged foreign key (server_id, tag) references server_tag on delete cascade on update cascade
);
create index storage_tag_of_server on storage_tag (server_id, tag);
create index storage_tag_by_tag on storage_tag (account_id, tag, created_at, storage_id);

-- Tagging shares the server and attaching has it alone, so that neither misses the other.
create function date_server_tag() returns trigger language plpgsql as $$
begin
    select created_at into new.created_at from server where server_id = new.server_id for share;
    return new;
end $$;
create trigger server_tag_has_its_servers_age before insert on server_tag
    for each row execute function date_server_tag();

create function tag_storages() returns trigger language plpgsql as $$
begin
    insert into storage_tag (storage_id, server_id, account_id, tag, created_at)
    select s.storage_id, new.server_id, new.account_id, new.tag, s.created_at
    from storage_attachment a join storage s on s.storage_id = a.storage_id where a.server_id = new.server_id;
    return null;
end $$;
create trigger server_tag_reaches_storages after insert on server_tag
    for each row execute function tag_storages();

create function tag_storage() returns trigger language plpgsql as $$
begin
    perform from server where server_id = new.server_id for no key update;
    insert into storage_tag (storage_id, server_id, account_id, tag, created_at)
    select s.storage_id, new.server_id, t.account_id, t.tag, s.created_at
    from server_tag t, storage s where t.server_id = new.server_id and s.storage_id = new.storage_id;
    return null;
end $$;
create trigger storage_attachment_takes_tags after insert on storage_attachment
    for each row execute function tag_storage();
