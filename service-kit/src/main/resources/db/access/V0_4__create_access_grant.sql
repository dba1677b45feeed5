create table access_grant (
    permission_id     uuid    not null,
    account_id        uuid    not null,
    user_id           uuid    not null,
    target_type       text    not null,
    target_identifier text    not null,
    storage           boolean not null,
    constraint access_grant_pk primary key (user_id, target_type, target_identifier)
);
