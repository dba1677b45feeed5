-- Each key is for one password now; keys of before served many.
delete from offered_key;
alter table offered_key drop column offered_at;
alter table offered_key add column usable_until timestamptz not null;
alter table offered_key add column expires_at timestamptz not null;
alter table offered_key add constraint offered_key_outlasts_its_offer check (usable_until < expires_at);
create index offered_key_by_use on offered_key (usable_until, key_id);
