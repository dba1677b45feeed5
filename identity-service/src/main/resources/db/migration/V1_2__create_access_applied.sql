-- Which wishes for a member's access permission-service has carried out: the request that waits for it looks here.
create table access_applied (
    request_id uuid        not null,
    applied_at timestamptz not null,
    constraint access_applied_pk primary key (request_id)
);
