-- The latest version that took away what somebody could do.
alter table account_version add column withdrawn bigint not null default 0;

-- How much of what others said of an account each consumer has applied. Replicas of the version before go on with
-- account_version_seen, where the fastest spoke for all; what that has is true until its account's next event.
create table projection_version (
    account_id uuid   not null,
    topic      text   not null,
    consumer   text   not null,
    version    bigint not null,
    withdrawn  bigint not null, -- the latest of them that took away what somebody could do, or 0
    constraint projection_version_pk primary key (account_id, topic, consumer)
);
