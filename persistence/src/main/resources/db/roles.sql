-- Roles that the database of Sekisho rests on. Run once by a superuser, before the first migration; running it again changes nothing.
--   sekisho_owner   owns the schema; only migrations sign in with it
--   sekisho_app     the portal; owns nothing, and row-level security binds it
--   sekisho_lookup  nobody signs in with it; owns the functions that resolve who acts
do $$
begin
    if not exists (select from pg_roles where rolname = 'sekisho_owner') then
        create role sekisho_owner login nosuperuser nocreatedb nocreaterole nobypassrls;
    end if;
    if not exists (select from pg_roles where rolname = 'sekisho_app') then
        create role sekisho_app login nosuperuser nocreatedb nocreaterole nobypassrls;
    end if;
    if not exists (select from pg_roles where rolname = 'sekisho_lookup') then
        create role sekisho_lookup nologin nosuperuser nocreatedb nocreaterole nobypassrls;
    end if;
end
$$;
grant sekisho_lookup to sekisho_owner;
