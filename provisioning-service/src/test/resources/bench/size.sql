-- One account of a size in a schema of its own: {n} servers with a disk each, 10 teams' tags and one that every second
-- server carries, and 1000 members with grants of every kind.
create schema size_{n};
create table size_{n}.server (like public.server including all);
create table size_{n}.storage (like public.storage including all);
create table size_{n}.storage_attachment (like public.storage_attachment including all);
create table size_{n}.tag (like public.tag including all);
create table size_{n}.server_tag (like public.server_tag including all);
create table size_{n}.storage_tag (like public.storage_tag including all);
create table size_{n}.access_grant (like public.access_grant including all);
set search_path = size_{n}, public;

create function size_{n}.id(kind text, number int) returns uuid immutable language sql
return cast(overlay(overlay(overlay(md5(kind || number) placing kind from 1) placing '4' from 13) placing '8' from 17) as uuid);

insert into server
    (server_id, account_id, hostname, title, zone, plan, core_number, memory_amount, state, firewall, metadata,
     simple_backup, timezone, video_model, nic_model, boot_order, interfaces, labels, ssh_host, ssh_port, created_at)
select id('00', i), '{account}', 'web' || i || '.example.org', 'web ' || i, 'fi-hel1', '1xCPU-1GB', 1, 1024, 'STOPPED',
       false, false, 'no', 'UTC', 'vga', 'virtio', 'disk', '[{"index":1,"type":"public","bootable":false,"sourceIpFiltering":true,"addresses":[{"family":"IPv4"}]}]',
       '[{"key":"env","value":"' || case when i % 7 = 0 then 'prod' else 'dev' end || '"}]', '127.0.0.1', 22,
       timestamptz '2026-01-01' + i * interval '1 second'
from generate_series(1, {n}) i;

insert into storage
    (storage_id, account_id, title, size, tier, zone, type, state, encrypted, labels, part_of_plan, created_at)
select id('01', i), '{account}', 'os', 25, 'maxiops', 'fi-hel1', 'normal', 'online', false, '[]', true,
       timestamptz '2026-01-01' + i * interval '1 second'
from generate_series(1, {n}) i;

insert into storage_attachment (storage_id, server_id, address, position, type, made)
select id('01', i), id('00', i), 'virtio:0', 0, 'disk', true from generate_series(1, {n}) i;

insert into tag (account_id, tag, name, description)
select '{account}', name, name, '' from (select 'team' || t from generate_series(0, 9) t union select 'prod') as tags (name);

insert into server_tag (server_id, account_id, tag, created_at)
select server_id, account_id, 'team' || row_number() over (order by created_at) % 10, created_at from server;
insert into server_tag (server_id, account_id, tag, created_at)
select id('00', i), '{account}', 'prod', timestamptz '2026-01-01' + i * interval '1 second'
from generate_series(1, {n}, 2) i;

insert into storage_tag (storage_id, server_id, account_id, tag, created_at)
select s.storage_id, t.server_id, t.account_id, t.tag, s.created_at
from server_tag t join storage_attachment a on a.server_id = t.server_id join storage s on s.storage_id = a.storage_id;

insert into access_grant (permission_id, account_id, user_id, target_type, target_identifier, storage)
select gen_random_uuid(), '{account}', id('0a', m), type, identifier, storage
from generate_series(0, 999) m cross join lateral (
    select 'server', cast(id('00', 1 + (m * 37 + g * 53) % {n}) as text), g % 2 = 0 from generate_series(0, 19) g
    union select 'storage', cast(id('01', 1 + (m * 41 + g * 59) % {n}) as text), false from generate_series(0, 9) g
    union select 'tag_access', 'team' || m % 10, true
    union select 'tag_access', 'prod', m % 20 = 0 where m % 10 = 0
    union select 'server', '*', m % 200 = 99 where m % 100 = 99
    union select 'storage', '*', false where m % 100 = 98
    union select 'tag_access', '*', true where m % 100 = 97) as granted (type, identifier, storage);

reset search_path;
