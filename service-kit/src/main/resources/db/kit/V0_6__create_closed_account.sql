-- Accounts that this service has heard are closed. Of them nothing else is left; their ids never come back.
create table closed_account (
    account_id uuid        not null,
    closed_at  timestamptz not null default now(),
    constraint closed_account_pk primary key (account_id)
);
