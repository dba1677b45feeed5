-- Which passwords are on their way, and how the others ended. Nothing here tells anything of a password.
create table password_delivery (
    delivery_id       uuid        not null,
    account_id        uuid        not null,
    server_id         uuid        not null,
    method            text        not null,
    occasion          text        not null,
    requested_by      uuid        not null,
    requested_by_name text        not null,
    state             text        not null,
    reason            text, -- why it failed
    created_at        timestamptz not null,
    ended_at          timestamptz,
    constraint password_delivery_pk primary key (delivery_id),
    constraint password_delivery_pends_until_it_ends check ((state = 'PENDING') = (ended_at is null))
);

create index password_delivery_of_server on password_delivery (server_id, delivery_id desc);

-- Never two passwords of a server on their way.
create unique index password_delivery_one_at_a_time on password_delivery (server_id) where state = 'PENDING';
