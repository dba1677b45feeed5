alter table delivery add column occasion text not null default 'DEPLOYMENT';

-- A password that was made for a server that was there before is not sent until this is said of it.
alter table delivery add column password_set boolean not null default false;
