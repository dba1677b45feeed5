-- Main accounts and members as identity-service tells of them: a main account is the user whose id is the account's.
-- Usernames are unique there; here the events of two accounts may arrive in any order, so no constraint says so.
create table account_user (
    user_id    uuid not null,
    account_id uuid not null,
    username   text not null,
    constraint account_user_pk primary key (user_id)
);

create index account_user_by_username on account_user (account_id, lower(username));
