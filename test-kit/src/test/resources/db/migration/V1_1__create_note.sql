create table note (
    position   bigint generated always as identity,
    account_id uuid not null,
    text       text not null,
    constraint note_text_unique unique (account_id, text)
);
