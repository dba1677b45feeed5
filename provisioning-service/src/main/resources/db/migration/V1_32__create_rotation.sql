-- Passwords that servers are to take; a row goes, with its hash, when its server has.
create table rotation (
    delivery_id   uuid        not null,
    account_id    uuid        not null,
    server_id     uuid        not null,
    password_hash text        not null, -- as in /etc/shadow
    give_up_at    timestamptz not null,
    constraint rotation_pk primary key (delivery_id),
    constraint rotation_one_at_a_time unique (server_id)
);
