create table server (
    server_id     uuid        not null primary key,
    account_id    uuid        not null,
    hostname      text        not null,
    title         text        not null,
    zone          text        not null,
    plan          text        not null,
    core_number   int         not null,
    memory_amount int         not null, -- MiB
    state         text        not null,
    power         text, -- what it is being asked to do, until it is done
    firewall      boolean     not null,
    metadata      boolean     not null,
    simple_backup text        not null,
    timezone      text        not null,
    video_model   text        not null,
    nic_model     text        not null,
    boot_order    text        not null,
    interfaces    text[]      not null,
    labels        text        not null,
    ssh_host      text, -- where it is logged in to; known when it was deployed
    ssh_port      int,
    created_at    timestamptz not null
);
create index server_of_account on server (account_id, created_at, server_id) include (core_number, memory_amount);
create index server_by_label on server using gin (label_terms(labels));
