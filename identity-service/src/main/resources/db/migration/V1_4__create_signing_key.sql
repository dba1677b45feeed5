create table signing_key (
    key_id      text        not null,
    private_key bytea       not null, -- PKCS #8
    public_key  bytea       not null, -- SubjectPublicKeyInfo
    signs_from  timestamptz not null,
    constraint signing_key_pk primary key (key_id)
);
