alter table server
    add column stop_type          text, -- how it is being asked to stop
    add column stop_timeout       int, -- seconds
    add column destroy_on_timeout boolean,
    add column power_asked_at     timestamptz,
    add column remote_access      boolean not null default false,
    add column remote_access_type text    not null default 'vnc',
    add column nics               text; -- JSON

update server set power = null where power is not null; -- asked without saying how: it is asked again
update server set nics = (
    select json_agg(json_build_object('index', position, 'type', type, 'bootable', false, 'sourceIpFiltering', true,
                                      'addresses', json_build_array(json_build_object('family', 'IPv4'))) order by position)
    from unnest(interfaces) with ordinality as nic (type, position));
update server set nics = '[]' where nics is null;

alter table server drop column interfaces;
alter table server rename column nics to interfaces;
alter table server alter column interfaces set not null;
