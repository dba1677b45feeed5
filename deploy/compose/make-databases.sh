#!/bin/bash
# A database and a user for each service, when PostgreSQL starts for the first time.
set -eu
for service in identity permission provisioning notification; do
    psql --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<SQL
create role $service login password '$(cat "/run/secrets/handover/$service")';
create database $service owner $service;
revoke all on database $service from public;
SQL
done
