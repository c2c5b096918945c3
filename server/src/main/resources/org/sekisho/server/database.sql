-- Hands the database one is connected to over to Sekisho. Run after roles.sql, by a superuser; running it again changes nothing.
do $$
begin
    execute format('alter database %I owner to sekisho_owner', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to sekisho_app', current_database());
    execute format('alter database %I set timezone to ''UTC''', current_database());
end
$$;
alter schema public owner to sekisho_owner;
revoke all on schema public from public;
