create table delivery (
    delivery_id         uuid        not null,
    account_id          uuid        not null,
    server_id           uuid        not null,
    hostname            text        not null,
    requested_by        uuid        not null,
    requested_by_name   text        not null,
    method              text        not null,
    state               text        not null,
    reason              text, -- why it is not delivered, or not yet
    recipient           text, -- masked; null until a message was on its way
    provider_message_id text,
    key_id              uuid, -- null when nothing was sealed
    sealed_box          text, -- HPKE, Base64; null once the delivery ended
    expires_at          timestamptz, -- null when nothing was sealed
    attempts            integer     not null,
    due_at              timestamptz, -- awaiting: not to be sent before; sending: interrupted if not settled by then
    created_at          timestamptz not null,
    ended_at            timestamptz,
    version             integer     not null,
    constraint delivery_pk primary key (delivery_id),
    constraint delivery_forgets_when_it_ends check ((ended_at is null) = (sealed_box is not null))
);

create index delivery_of_account on delivery (account_id, created_at desc);
create index delivery_of_server on delivery (server_id);
create index delivery_live on delivery (due_at) where ended_at is null;

-- Each state that a delivery has been in.
create table delivery_step (
    step_id     bigint      generated always as identity,
    delivery_id uuid        not null,
    state       text        not null,
    reason      text,
    reached_at  timestamptz not null,
    constraint delivery_step_pk primary key (step_id),
    constraint delivery_step_of_delivery foreign key (delivery_id) references delivery
);

create index delivery_step_by_delivery on delivery_step (delivery_id, step_id);
