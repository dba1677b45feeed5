create table delivery_setting (
    account_id       uuid    not null,
    rotate_on_bounce boolean not null,
    constraint delivery_setting_pk primary key (account_id)
);
