create table access_grant (
    permission_id     uuid    not null,
    account_id        uuid    not null,
    user_id           uuid    not null,
    target_type       text    not null,
    target_identifier text    not null,
    storage           boolean not null,
    -- The same as an id, to be joined with; null where it is none, such as * and the name of a tag.
    target_id         uuid    generated always as (
        case when target_identifier ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
             then cast(target_identifier as uuid) end) stored,
    constraint access_grant_pk primary key (user_id, target_type, target_identifier)
);
create index access_grant_on_target on access_grant (target_type, target_identifier);
