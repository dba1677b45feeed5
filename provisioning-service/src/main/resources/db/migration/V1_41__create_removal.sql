-- Machines and disks that were removed from Incus, which does not remember it. They are not made again by a call that was
-- on its way for longer than its caller waited. No id is used twice; rows go after a week.
create table removal (
    removed_id uuid primary key,
    removed_at timestamptz not null default now()
);
create index removal_by_age on removal (removed_at);
