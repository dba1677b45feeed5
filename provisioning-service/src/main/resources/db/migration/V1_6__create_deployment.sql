create table deployment (
    server_id     uuid        not null primary key,
    account_id    uuid        not null,
    hostname      text        not null,
    cores         int         not null,
    memory_mib    int         not null,
    password_hash text, -- as in /etc/shadow; gone when the machine has it
    ssh_keys      text[]      not null,
    step          text        not null,
    reason        text, -- why it is being undone
    give_up_at    timestamptz not null
);
