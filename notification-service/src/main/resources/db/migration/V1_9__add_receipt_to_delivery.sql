-- What the provider says of a message after it took it; its first word counts.
alter table delivery
    add column bounce_tag       uuid not null default gen_random_uuid(), -- in the envelope sender of its mail
    add column arrived_at       timestamptz,
    add column returned_because text,
    add constraint delivery_arrived_or_returned check (arrived_at is null or returned_because is null);

create unique index delivery_by_bounce_tag on delivery (bounce_tag);
