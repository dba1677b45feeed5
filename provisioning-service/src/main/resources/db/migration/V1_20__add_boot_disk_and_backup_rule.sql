alter table storage_attachment add column boot_disk boolean not null default false;
alter table storage add column backup_rule text; -- interval, time and retention; null for none
create index storage_by_source on storage (source) where source is not null;
