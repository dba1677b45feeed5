-- Events that a consumer could not read or apply, and those of the same key that wait behind them.
create table dead_letter (
    position         bigint generated always as identity, -- the order, within a consumer, topic and key
    letter_id        uuid        not null,
    consumer         text        not null,
    topic            text        not null,
    record_key       text        not null,
    record_partition integer     not null,
    record_offset    bigint      not null,
    event_id         uuid        not null, -- made from where it lies if it has none
    account_id       uuid,
    type             text,
    content          text        not null, -- headers and value; may name people
    said_at          timestamptz not null,
    cause            text, -- null while it only waits
    constraint dead_letter_pk primary key (position),
    constraint dead_letter_id_unique unique (letter_id),
    constraint dead_letter_once unique (consumer, event_id)
);

create index dead_letter_by_line on dead_letter (consumer, topic, record_key, position);
create index dead_letter_of_account on dead_letter (account_id);
