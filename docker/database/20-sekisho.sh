#!/bin/bash
# Runs once, when the database's folder is empty: gives the roles of 10-roles.sql their passwords, and makes the database.
set -euo pipefail
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v owner="$(cat "$SEKISHO_DB_OWNER_PASSWORD_FILE")" -v app="$(cat "$SEKISHO_DB_PASSWORD_FILE")" <<'SQL'
alter role sekisho_owner password :'owner';
alter role sekisho_app password :'app';
create database sekisho owner sekisho_owner;
revoke connect on database sekisho from public;
grant connect on database sekisho to sekisho_owner, sekisho_app;
SQL
