alter table storage add column backup_due_at timestamptz; -- when its rule asks for the next one
alter table storage add column scheduled boolean not null default false; -- a backup that a rule asked for
create index storage_due_for_backup on storage (backup_due_at) where backup_due_at is not null;
