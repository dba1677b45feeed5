create table storage_favorite (
    user_id    uuid not null,
    storage_id uuid not null, -- or a public template
    constraint storage_favorite_pk primary key (user_id, storage_id)
);
