create table outbox (
    position        bigint generated always as identity primary key,
    event_id        uuid        not null,
    topic           text        not null,
    record_key      text        not null,
    type            text        not null,
    subject         text        not null,
    occurred_at     timestamptz not null,
    account_id      uuid, -- null for events of no account
    account_version bigint      not null,
    actor           text, -- null when Handover acted by itself
    actor_token     uuid,
    client_address  text,
    data            text        not null
);

create function wake_outbox_relay() returns trigger language plpgsql as $$
begin
    notify outbox;
    return null;
end $$;

create trigger outbox_wakes_relay after insert on outbox
    for each statement execute function wake_outbox_relay();
