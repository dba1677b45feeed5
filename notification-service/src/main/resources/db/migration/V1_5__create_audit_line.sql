create table audit_line (
    event_id       uuid        not null,
    account_id     uuid        not null,
    occurred_at    timestamptz not null,
    actor          text, -- null when Handover acted by itself
    actor_token    uuid,
    client_address text,
    action         text        not null,
    target_type    text        not null,
    target_id      text        not null,
    target_name    text,
    success        boolean     not null,
    detail         text,
    constraint audit_line_pk primary key (event_id)
);

create index audit_line_of_account on audit_line (account_id, occurred_at, event_id);
