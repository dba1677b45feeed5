create table contact (
    account_id uuid not null,
    email      text, -- null once the account is closed
    phone      text, -- E.164
    constraint contact_pk primary key (account_id),
    constraint contact_is_whole check ((email is null) = (phone is null))
);
