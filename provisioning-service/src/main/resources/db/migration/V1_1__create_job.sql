create table job (
    job_id      uuid        not null primary key,
    kind        text        not null,
    subject_id  uuid        not null, -- the server or storage it is about
    asked       int         not null default 1, -- how often it was put down
    attempts    int         not null default 0,
    due_at      timestamptz not null default now(),
    lease_until timestamptz, -- somebody works on it until then
    constraint job_is_one_of_a_kind unique (kind, subject_id)
);
create index job_due on job (due_at);
