-- What an account owns at provisioning-service: it is not closed by mistake while there is something.
create table holding (
    holding_id uuid not null,
    account_id uuid not null,
    kind       text not null, -- server or storage
    constraint holding_pk primary key (holding_id)
);

create index holding_by_account on holding (account_id, kind, holding_id);

-- Nobody is added to an account while it is closed, and no token made.
alter table account_user add constraint account_user_is_of_an_account
    foreign key (account_id) references account_user on delete cascade;
alter table api_token add constraint api_token_is_somebodys
    foreign key (user_id) references account_user on delete cascade;
