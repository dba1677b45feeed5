#!/bin/sh
# Run once, by the image, on an empty volume: a database and a role per service, with the password of its secret.
set -eu
for service in identity permission provisioning notification; do
    psql --set ON_ERROR_STOP=1 --username postgres \
        --set service="$service" --set password="$(cat "/run/secrets/$service/password")" <<'SQL'
create role :"service" login password :'password';
create database :"service" owner :"service";
revoke connect on database :"service" from public;
SQL
done
