-- What is closed is known to the kit; of a closed account there is no contact.
insert into closed_account (account_id) select account_id from contact where email is null;
delete from contact where email is null;
alter table contact drop constraint contact_is_whole;
alter table contact alter column email set not null;
alter table contact alter column phone set not null;
