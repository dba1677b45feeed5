-- How the account wants another password, because this one came back.
alter table password_delivery
    add column rotate_by text,
    add constraint password_delivery_rotates_what_came_back check (rotate_by is null or state = 'BOUNCED');
